/** At most so often is a page read again, however much happens elsewhere. */
const PAUSE_MS = 2_000;

/**
 * Calls `refresh` soon after the server tells of a change, while the page is looked at. Answers how
 * to stop.
 */
export function keepInformed(url: string, refresh: () => void): () => void {
  let source: EventSource | null = null;
  let last = 0;
  let planned: ReturnType<typeof setTimeout> | undefined;

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
    source?.close();
    source = null;
  };
  const open = ({ missed }: { missed: boolean }) => {
    if (source || document.hidden) return;
    let opened = missed;
    source = new EventSource(url);
    // Whatever happened while nobody told is seen now.
    source.addEventListener("open", () => {
      if (opened) soon();
      opened = true;
    });
    source.addEventListener("changed", soon);
    // Signed out, or no moderator any more: the page says so itself.
    source.addEventListener("left", () => location.reload());
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
