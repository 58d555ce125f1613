/** At most so often is a page read again, however much happens elsewhere. */
const PAUSE_MS = 2_000;
/** Before it is asked again whether there is a stream, once there was none: each time twice as long. */
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

/**
 * Calls `refresh` soon after the server tells of a change, while the page is looked at. Answers how
 * to stop.
 */
export function keepInformed(url: string, refresh: () => void): () => void {
  let source: EventSource | null = null;
  let last = 0;
  let planned: ReturnType<typeof setTimeout> | undefined;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  let retryAfter = FIRST_RETRY_MS;

  const soon = () => {
    planned ??= setTimeout(
      () => {
        planned = undefined;
        last = performance.now();
        refresh();
      },
      Math.max(0, last + PAUSE_MS - performance.now()),
    );
  };
  const close = () => {
    clearTimeout(retrying);
    source?.close();
    source = null;
  };
  /** A browser tries again when a connection ends, and never after an answer that is no stream. */
  const retry = () => {
    close();
    retrying = setTimeout(() => open({ missed: true }), retryAfter);
    retryAfter = Math.min(retryAfter * 2, LAST_RETRY_MS);
  };
  const open = ({ missed }: { missed: boolean }) => {
    if (source || document.hidden) return;
    clearTimeout(retrying);
    const opening = new EventSource(url);
    source = opening;
    let opened = missed;
    // Whatever happened while nobody told is seen now.
    opening.addEventListener("open", () => {
      retryAfter = FIRST_RETRY_MS;
      if (opened) soon();
      opened = true;
    });
    opening.addEventListener("error", () => {
      if (opening === source && opening.readyState === EventSource.CLOSED) retry();
    });
    opening.addEventListener("changed", soon);
    // Newer tabs have taken its place; it has one again when it is looked at.
    opening.addEventListener("full", close);
    // Signed out, or no moderator any more: the page says so itself.
    opening.addEventListener("left", () => location.reload());
  };
  const look = () => (document.hidden ? close() : open({ missed: true }));
  const leave = () => close();
  const comeBack = (event: PageTransitionEvent) => {
    if (event.persisted) open({ missed: true });
  };
  open({ missed: false });
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", comeBack);
  return () => {
    close();
    clearTimeout(planned);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", comeBack);
  };
}
