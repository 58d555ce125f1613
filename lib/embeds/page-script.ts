/**
 * What /embed.js runs in other sites' pages, as its own source: it uses nothing from outside. Puts
 * the frames where the quotations are, and gives each the height that it asks for. A quotation goes
 * only once its frame has said something: a frame that can't be shown leaves it where it is.
 * `origin` is that of this site.
 *
 * Of oEmbed the frame comes along with the quotation, hidden, and is taken: moved, it would be asked
 * for a second time. Read in two parts, it comes when the quotation has another one already, and goes.
 * Frames that others placed get their height; whether they are seen is theirs to say. Each frame is
 * asked to speak again, for it may have done so before anybody listened.
 *
 * It runs once, however often a page includes it.
 */
export function showFrames(origin: string): void {
  const once = window as unknown as Record<string, unknown>;
  const key = `vignette${origin}`;
  if (once[key]) return;
  once[key] = true;

  // Quotations, frames, and addresses of frames.
  const seen = new Set<Element | string>();
  const quotations = new Map<Element, Element>();
  const frames = () =>
    [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(`${origin}/`));

  const find = () => {
    for (const quotation of document.querySelectorAll<HTMLElement>(".vignette-story")) {
      const link = quotation.querySelector<HTMLAnchorElement>(
        `[href^="${origin}/"][href*="/stories/"]`,
      );
      if (!link || seen.has(quotation)) continue;
      const src = origin + link.pathname.replace("/stories", "/embed/stories");
      seen.add(quotation).add(src);
      let frame = frames().find(
        (each) =>
          each.previousElementSibling === quotation && !seen.has(each) && each.src.startsWith(src),
      );
      if (!frame) {
        frame = document.createElement("iframe");
        frame.src = `${src}?look=${quotation.dataset.look ?? "auto"}`;
        frame.title = link.textContent;
        frame.loading = "lazy";
        frame.width = "550";
        quotation.after(frame);
      }
      frame.style.cssText = `display:block;width:100%;max-width:${frame.width}px;height:0;border:0;visibility:hidden`;
      quotations.set(frame, quotation);
    }
    for (const frame of frames()) {
      if (seen.has(frame)) continue;
      seen.add(frame);
      if (frame.style.visibility && !quotations.has(frame) && seen.has(frame.src)) frame.remove();
      frame.contentWindow?.postMessage({ message: "ready" }, "*");
    }
  };

  addEventListener("message", ({ origin: from, source, data }) => {
    const { message, value } = Object(data);
    if (from !== origin || message !== "height" || !(value > 0)) return;
    for (const frame of frames()) {
      if (frame.contentWindow !== source) continue;
      frame.style.height = `${Math.min(Math.max(value, 60), 3000)}px`;
      const quotation = quotations.get(frame);
      if (!quotation) continue;
      frame.style.visibility = "";
      if (quotation.isConnected) frame.style.margin = "1em 0";
      quotation.remove();
    }
  });

  find();
  new MutationObserver(find).observe(document, { childList: true, subtree: true });
}
