/** A claim holds for ten minutes (lib/moderation/claims/policy.ts): often enough, and no oftener. */
const RENEW_MS = 60_000;

const signs = ["pointerdown", "keydown", "input", "scroll"] as const;

/** Tells the server that someone is at work on a story, and when they leave it. Answers how to stop. */
export function keepHold(url: string, mark: string | null): () => void {
  let last = performance.now();
  const work = () => {
    if (performance.now() - last < RENEW_MS) return;
    last = performance.now();
    // Lost, it is sent again at the next sign of work.
    fetch(url, { method: "POST", body: "", keepalive: true }).catch(() => undefined);
  };
  const leave = () => {
    if (mark) navigator.sendBeacon(`${url}?${new URLSearchParams({ left: mark })}`, "left");
  };
  for (const sign of signs) document.addEventListener(sign, work, { passive: true });
  window.addEventListener("pagehide", leave);
  return () => {
    for (const sign of signs) document.removeEventListener(sign, work);
    window.removeEventListener("pagehide", leave);
  };
}
