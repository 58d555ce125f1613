/**
 * What /embed.js runs in other sites' pages, as its own source: it uses nothing from outside. Puts
 * the frames where the quotations are, and gives each the height that it asks for. A quotation goes
 * only once its frame has said something: a frame that can't be shown leaves it where it is.
 * `origin` is that of this site.
 */
export function showFrames(origin: string): void {
  const once = window as unknown as Record<string, unknown>;
  const key = `vignette${origin}`;
  // However often the page includes it.
  if (once[key]) return;
  once[key] = true;

  const seen = new Set<Element>();
  const quotations = new Map<Element, Element>();
  const isOurs = (element: Element | null): element is HTMLIFrameElement =>
    element instanceof HTMLIFrameElement && element.src.startsWith(`${origin}/`);
  const frames = () => [...document.querySelectorAll("iframe")].filter(isOurs);

  const frameFor = (link: HTMLAnchorElement, look = "auto") => {
    const frame = document.createElement("iframe");
    frame.src = `${link.href.replace("/stories", "/embed/stories")}?look=${look}`;
    frame.title = link.textContent;
    frame.loading = "lazy";
    frame.width = "550";
    return frame;
  };

  const find = () => {
    for (const quotation of document.querySelectorAll<HTMLElement>(".vignette-story")) {
      const link = quotation.querySelector<HTMLAnchorElement>(
        `[href^="${origin}/"][href*=stories]`,
      );
      if (!link || seen.has(quotation)) continue;
      seen.add(quotation);
      const next = quotation.nextElementSibling;
      const frame = isOurs(next) ? next : frameFor(link, quotation.dataset.look);
      // Moved, it would be asked for a second time.
      if (frame !== next) quotation.after(frame);
      frame.style.cssText = `display:block;width:100%;max-width:${frame.width}px;height:0;border:0;visibility:hidden`;
      quotations.set(frame, quotation);
    }
    for (const frame of frames()) {
      if (seen.has(frame)) continue;
      seen.add(frame);
      // It may have spoken before anybody listened.
      frame.contentWindow?.postMessage({ message: "ready" }, "*");
    }
  };

  addEventListener("message", ({ origin: from, source, data }) => {
    const { message, value } = Object(data);
    if (from !== origin || message !== "height" || !(value > 0)) return;
    for (const frame of frames()) {
      if (frame.contentWindow !== source) continue;
      frame.style.height = `${Math.min(Math.max(value, 60), 3000)}px`;
      frame.style.visibility = "";
      const quotation = quotations.get(frame);
      if (quotation?.isConnected) frame.style.margin = "1em 0";
      quotation?.remove();
    }
  });

  find();
  new MutationObserver(find).observe(document, { childList: true, subtree: true });
}
