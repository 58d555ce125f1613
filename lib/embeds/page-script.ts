/**
 * What /embed.js runs in other sites' pages, as its own source: it uses nothing from outside. Puts
 * the frames where the quotations are, and gives each the height that it asks for. A quotation goes
 * only once its frame has said something: a frame that can't be shown leaves it where it is.
 * `origin` is that of this site; `titles` are what frames are called, by the first part of the path
 * of their story's page, with a line break for who tells it and where.
 *
 * Of oEmbed the frame comes along with the quotation, hidden, and is taken: moved, it would be asked
 * for a second time. Read in two parts, it comes when the quotation has another one already, and goes.
 * Frames that others placed get their height; whether they are seen is theirs to say. Each frame is
 * asked to speak again, for it may have done so before anybody listened.
 *
 * What was `seen` are quotations, frames, and addresses of frames. It runs once, however often a page
 * includes it.
 */
export function showFrames(origin: string, titles: Record<string, string>): void {
  const once = window as unknown as Record<string, unknown>;
  const key = `vignette${origin}`;
  if (once[key]) return;
  once[key] = true;

  const seen = new Set<Element | string>();
  const quotes = new Map<Element, Element>();
  const all = () =>
    [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(`${origin}/`));

  const find = () => {
    for (const quote of document.querySelectorAll<HTMLElement>(".vignette-story")) {
      const link = quote.querySelector<HTMLAnchorElement>(
        `a[href^="${origin}/"][href*="/stories/"]:not(svg *)`,
      );
      if (!link || seen.has(quote)) continue;
      const src = origin + link.pathname.replace("/stories", "/embed/stories");
      seen.add(quote).add(src);
      let frame = all().find(
        (each) =>
          each.previousElementSibling === quote && !seen.has(each) && each.src.startsWith(src),
      );
      if (!frame) {
        frame = document.createElement("iframe");
        frame.src = `${src}?look=${quote.dataset.look ?? "auto"}`;
        frame.title = `${titles[link.pathname.split("/")[1]!] ?? "\n"}`.replace(
          "\n",
          () => link.textContent,
        );
        frame.loading = "lazy";
        frame.width = "550";
        quote.after(frame);
      }
      frame.style.cssText = `display:block;width:100%;max-width:${frame.width}px;height:0;border:0;visibility:hidden`;
      quotes.set(frame, quote);
    }
    for (const frame of all()) {
      if (seen.has(frame)) continue;
      seen.add(frame);
      if (frame.style.visibility && !quotes.has(frame) && seen.has(frame.src)) frame.remove();
      frame.contentWindow?.postMessage({ message: "ready" }, "*");
    }
  };

  addEventListener("message", ({ origin: from, source, data }) => {
    const { message, value } = Object(data);
    if (from !== origin || message !== "height" || !(value > 0)) return;
    for (const frame of all()) {
      if (frame.contentWindow !== source) continue;
      frame.style.height = `${Math.min(Math.max(value, 60), 3000)}px`;
      const quote = quotes.get(frame);
      if (!quote) continue;
      frame.style.visibility = "";
      if (quote.isConnected) frame.style.margin = "1em 0";
      quote.remove();
    }
  });

  find();
  new MutationObserver(find).observe(document, { childList: true, subtree: true });
}
