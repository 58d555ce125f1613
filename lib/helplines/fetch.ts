import type { Helpline } from "#lib/helplines/helpline.ts";

let fetched: Promise<Helpline[]> | undefined;

/** All helplines, fetched once for a page. Which of them is wanted stays on the device. */
export function fetchHelplines(): Promise<Helpline[]> {
  fetched ??= ask().catch((error: unknown) => {
    fetched = undefined;
    throw error;
  });
  return fetched;
}

async function ask(): Promise<Helpline[]> {
  const answer = await fetch("/api/helplines", { credentials: "omit" });
  if (!answer.ok) throw new Error(`Helplines: ${answer.status}`);
  return (await answer.json()) as Helpline[];
}
