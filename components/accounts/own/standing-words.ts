import type { Status } from "#lib/generated/prisma/enums.ts";

/** Where a story stands, in a list of several; its own page says what that means. */
export const standingWords: Record<Status, string> = {
  PENDING: "Waiting to be read",
  PUBLISHED: "Published",
  CHANGES_REQUESTED: "A change is asked for",
  REJECTED: "Not published",
  TAKEN_DOWN: "Taken down",
  WITHDRAWN: "Withdrawn",
};

/** What of a story waits for a moderator, where its standing doesn't say so; null when nothing does. */
export function waitingWords({ status, waits }: { status: Status; waits: boolean }): string | null {
  if (!waits || status === "PENDING") return null;
  return status === "PUBLISHED"
    ? "Your change is waiting to be read."
    : "Your appeal is waiting to be read.";
}
