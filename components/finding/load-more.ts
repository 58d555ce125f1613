import * as finding from "#lib/generated/messages/finding.ts";
import { isLocale, localized, readLocale } from "#lib/locale.ts";

/** After so many pages that came by themselves one presses for more, so that the footer can be reached. */
const BY_THEMSELVES = 4;

/** Begins to load when the end of the list is this near. */
const NEAR = "800px";

/**
 * Adds the next page of a list to the one that is read, as its end comes near, and lets the address
 * follow what is read. Without this the link to the next page is a link. Answers how to stop.
 */
export function loadMore(nav: HTMLElement, announce: (words: string) => void): () => void {
  const list = document.querySelector<HTMLElement>("[data-stories]");
  if (!list) return () => undefined;
  const starts: { url: string; first: Element | null }[] = [
    { url: placeOf(location), first: list.querySelector("article") },
  ];
  let pages = 0;
  let loading = false;
  // Also while a page is on its way.
  let pressed = false;

  const load = async () => {
    const link = nav.querySelector<HTMLAnchorElement>("a[rel=next]");
    if (!link || loading) return;
    loading = true;
    nav.setAttribute("aria-busy", "true");
    const page = await read(link.href);
    nav.removeAttribute("aria-busy");
    loading = false;
    const stories = page && newIn(page);
    if (!stories || stories.length === 0) {
      // From here on the link is a link.
      observer.disconnect();
      nav.removeEventListener("click", press);
      if (pressed) location.assign(link.href);
      return;
    }
    starts.push({ url: placeOf(link), first: stories[0] ?? null });
    list.append(...stories);
    pages += 1;
    const next = page.querySelector<HTMLAnchorElement>("nav a[rel=next]");
    if (next) link.href = next.href;
    if (pressed || (!next && link === document.activeElement)) goOnFrom(stories[0]);
    if (!next) link.remove();
    pressed = false;
    announce(finding.storiesNow({ count: list.querySelectorAll("article").length }));
    if (pages >= BY_THEMSELVES || !next) observer.disconnect();
  };

  const press = (event: MouseEvent) => {
    const isNext = (event.target as Element).closest("a[rel=next]") !== null;
    if (!isNext || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    pressed = true;
    void load();
  };

  const follow = (url: string) => {
    // Next would take a change of its own `history` for a navigation.
    History.prototype.replaceState.call(history, history.state, "", url);
    // Another language is of the place that one has come to.
    for (const link of document.querySelectorAll<HTMLAnchorElement>("footer a[hreflang]")) {
      if (isLocale(link.hreflang)) link.href = localized(readLocale(url).path, link.hreflang);
    }
  };
  const scrolled = () => {
    const middle = innerHeight / 2;
    const here = starts.findLast(({ first }) => (first?.getBoundingClientRect().top ?? 0) < middle);
    const url = (here ?? starts[0])?.url;
    if (url && url !== placeOf(location)) follow(url);
  };
  // Where the browser does not keep the page, Back comes to the page of the story that was left.
  const leave = () => {
    const inSight = [...list.querySelectorAll("article")].filter((story) => {
      const { top, bottom } = story.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    // It will stand at the top: the one whose link was pressed, or what the middle of the window had.
    const left =
      inSight.find((story) => story.contains(document.activeElement)) ??
      inSight.find((story) => story.getBoundingClientRect().bottom > innerHeight / 2);
    if (pages > 0 && left?.id) follow(`${placeOf(location)}#${left.id}`);
  };

  const observer = new IntersectionObserver(
    (entries) => {
      // Whoever is at the link presses it: stories that came by themselves would be behind them.
      const isAtLink = nav.contains(document.activeElement);
      if (entries.some((entry) => entry.isIntersecting) && !isAtLink) void load();
    },
    { rootMargin: NEAR },
  );
  const stop = () => {
    observer.disconnect();
    nav.removeEventListener("click", press);
    removeEventListener("scroll", scrolled);
    removeEventListener("pagehide", leave);
  };
  observer.observe(nav);
  nav.addEventListener("click", press);
  addEventListener("scroll", scrolled, { passive: true });
  addEventListener("pagehide", leave);
  return stop;
}

/** The stories of a page that are not here yet: an order by hearts moves while one reads. */
function newIn(page: Document): HTMLElement[] {
  const stories = page.querySelectorAll<HTMLElement>("[data-stories] article");
  return [...stories].filter(({ id }) => !id || !document.getElementById(id));
}

/** Whoever pressed the link goes on from the first story that it brought. */
function goOnFrom(story: HTMLElement | undefined): void {
  if (!story) return;
  story.tabIndex = -1;
  story.focus({ preventScroll: true });
}

type Address = Pick<Location, "pathname" | "search">;

function placeOf({ pathname, search }: Address): string {
  return pathname + search;
}

/** Null where it can't be had: then the link leads there. */
async function read(url: string): Promise<Document | null> {
  try {
    const answer = await fetch(url);
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return null;
  }
}
