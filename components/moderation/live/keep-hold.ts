/** A claim holds for ten minutes (lib/moderation/claims/policy.ts): often enough, and no oftener. */
const RENEW_MS = 60_000;

const signs = ["pointerdown", "keydown", "input", "scroll"] as const;

/** Tells the server that someone is at work on a story, and when they leave it. Answers how to stop. */
export function keepHold(url: string, mark: string | null): () => void {
  let last = performance.now();
  const renew = () => {
    last = performance.now();
    // Lost, it is sent again at the next sign of work.
    fetch(url, { method: "POST", body: "", keepalive: true }).catch(() => undefined);
  };
  const work = () => {
    if (performance.now() - last >= RENEW_MS) renew();
  };
  const leave = () => {
    if (mark) navigator.sendBeacon(`${url}?${new URLSearchParams({ left: mark })}`, "left");
  };
  for (const sign of signs) document.addEventListener(sign, work, { passive: true });
  // Back on a page that the browser had kept: it was let go of when it was left.
  const comeBack = (event: PageTransitionEvent) => {
    if (event.persisted) renew();
  };
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", comeBack);
  return () => {
    for (const sign of signs) document.removeEventListener(sign, work);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", comeBack);
  };
}
