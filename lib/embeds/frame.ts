import { callsForHelpline } from "#lib/content-warnings/list.ts";
import { type Look, filesPath } from "#lib/embeds/address.ts";
import { byLocale } from "#lib/formats.ts";
import * as embeds from "#lib/generated/messages/embeds.ts";
import { currentLocale, localized } from "#lib/locale.ts";
import { type Markup, markup } from "#lib/html.ts";
import { type Extension, renditionName, renditionWidths } from "#lib/pictures/renditions.ts";
import { storyAddress } from "#lib/stories/address.ts";
import { gateSentence } from "#lib/stories/gate.ts";
import { MAX_WEIGHT } from "#lib/stories/max-weight.ts";
import type { StoryCard, StoryPicture } from "#lib/stories/queries.ts";

/** What all frames of a site have. */
export type FrameSite = {
  name: string;
  /** Its origin. */
  url: string;
  /** Names of the files that lib/embeds/files.ts has. */
  styleSheet: string;
  script: string;
};

/** The newest stories of a list that `listName` made, or of all; and the page that has them all. */
export type FramedList = { title: string; home: string; list: string | null; stories: StoryCard[] };

export function writeStoryFrame(story: StoryCard, look: Look, site: FrameSite): string {
  const title = embeds.storyBy({ name: bylineName(story) });
  const url = storyAddress(story.id, site.url);
  const shown = markup`<div class="story"><h1 class="unseen">${title}</h1>${storyMarkup(story, dayOf(story), site)}</div>`;
  return writeFrame({
    ...{ look, site, title, canonical: url, shown },
    // The height is told of one story: a list scrolls in the room that it is given.
    script: site.script,
    onward: link(url, embeds.goToStory()),
  });
}

export function writeListFrame(list: FramedList, look: Look, site: FrameSite): string {
  const { title, home, stories } = list;
  // Of all stories the site's name is at the end.
  const heading = list.list === null ? "unseen" : "title";
  const url = addressIn(site, home);
  const articles = stories.map((story) => {
    const name = bylineName(story);
    const date = link(
      storyAddress(story.id, site.url),
      markup`${dayOf(story)}<span class="unseen">${embeds.onItsOwnPage({ name })}</span>`,
    );
    return markup`<article class="story" aria-label="${embeds.storyBy({ name })}">${storyMarkup(story, date, site)}</article>`;
  });
  const none = articles.length === 0 ? markup`<p class="gone">${embeds.noStoryYet()}</p>` : null;
  const shown = markup`<div><h1 class="${heading}">${title}</h1>${articles}${none}</div>`;
  const onward = link(url, embeds.moreStories());
  return writeFrame({ look, site, title, canonical: url, shown, script: null, onward });
}

/**
 * In the place of a story that is not there: withdrawn, taken down, waiting or never told. One and
 * the same, so that it tells nothing of which.
 */
export function writeGoneFrame(title: string, look: Look, site: FrameSite): string {
  const shown = markup`<h1 class="gone">${title}</h1>`;
  const { script } = site;
  return writeFrame({ look, site, title, canonical: null, shown, script, onward: null });
}

type FrameParts = {
  look: Look;
  site: FrameSite;
  title: string;
  canonical: string | null;
  shown: Markup;
  script: string | null;
  onward: Markup | null;
};

function writeFrame(parts: FrameParts): string {
  const { look, site, title, canonical, shown, script, onward } = parts;
  const own = canonical && markup`<link rel="canonical" href="${canonical}">`;
  const tells = script && markup`<script src="${filesPath}${script}" defer></script>`;
  const classes = look === "auto" ? null : markup` class="${look}"`;
  return markup`<!doctype html>
<html lang="${currentLocale()}"${classes}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${look === "auto" ? "light dark" : look}">
<meta name="robots" content="noindex">
<title>${title} · ${site.name}</title>
${own}<link rel="stylesheet" href="${filesPath}${site.styleSheet}">${tells}
</head>
<body>
<main aria-label="${title}">
${shown}
<footer class="end">${siteMark(site)}${onward}</footer>
</main>
</body>
</html>
`.toString();
}

function storyMarkup(story: StoryCard, date: Markup, site: FrameSite): Markup {
  const { bylineRole: role } = story;
  const gate = gateSentence(story);
  const inside = markup`${wordsMarkup(story)}${story.picture && pictureMarkup(story.picture, story)}`;
  const by = role && markup`, <bdi>${role}</bdi>`;
  return markup`${gate === null ? inside : gateMarkup(gate, inside)}${threadMarkup(story.weight / MAX_WEIGHT)}<p class="meta"><span class="by"><bdi>${bylineName(story)}</bdi>${by}</span>${date}</p>${
    callsForHelpline(story.warnings) ? careMarkup(site) : null
  }`;
}

const days = byLocale(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" }),
);

function dayOf({ publishedAt }: StoryCard): Markup {
  return markup`<time datetime="${publishedAt}" dir="ltr">${days().format(new Date(publishedAt))}</time>`;
}

/** Where nobody knows the language it is not that of the frame. */
function wordsMarkup({ text, language }: StoryCard): Markup {
  return markup`<p class="words" dir="auto" lang="${language ?? ""}">${text}</p>`;
}

/** Works without a script. What a reader chose to see is known on this site's own pages only. */
function gateMarkup(sentence: string, inside: Markup): Markup {
  return markup`<details class="gate"><summary><span class="gate-label">${sentence}</span> <span class="gate-act gate-show">${embeds.showStory()}</span><span class="gate-act gate-hide">${embeds.hideStory()}</span></summary>${inside}</details>`;
}

/** Not fetched behind a closed gate. Whoever told the story said what is on it, too. */
function pictureMarkup({ id, width, height, alt }: StoryPicture, { language }: StoryCard): Markup {
  const widths = renditionWidths(width);
  const src = (of: number, extension: Extension) =>
    `/pictures/${id}/${renditionName(of, extension)}`;
  const srcset = (extension: Extension) =>
    widths.map((each) => `${src(each, extension)} ${each}w`).join(", ");
  return markup`<picture lang="${language ?? ""}"><source type="image/webp" srcset="${srcset("webp")}" sizes="100vw"><img class="picture" loading="lazy" decoding="async" srcset="${srcset("jpg")}" sizes="100vw" src="${src(widths.at(1) ?? width, "jpg")}" width="${width}" height="${height}" alt="${alt}"></picture>`;
}

function threadMarkup(reach: number): Markup {
  const end = `${Math.round(Math.min(Math.max(reach, 0), 1) * 1000) / 10}%`;
  return markup`<svg class="thread" aria-hidden="true"><line class="thread-rest" x1="0" y1="3.5" x2="100%" y2="3.5"/><line class="thread-line" x1="0" y1="3.5" x2="${end}" y2="3.5"/><circle class="thread-knot" cx="${end}" cy="3.5" r="3.5"/></svg>`;
}

function careMarkup(site: FrameSite): Markup {
  const there = link(addressIn(site, "/helplines"), embeds.someoneIsThere());
  const [before = "", after = ""] = embeds.closeToHome({ link: "\n" }).split("\n");
  return markup`<p class="care">${before}${there}${after}</p>`;
}

function siteMark({ name, url }: FrameSite): Markup {
  return markup`<a class="mark" href="${url}" target="_blank" rel="noopener"><svg width="27" height="8" aria-hidden="true"><line class="thread-line" x1="1" y1="4" x2="22" y2="4"/><circle class="thread-knot" cx="23" cy="4" r="4"/></svg><bdi>${name}</bdi></a>`;
}

/** Never in the frame itself: nothing else may stand in one. */
function link(href: string, words: string | Markup): Markup {
  return markup`<a href="${href}" target="_blank" rel="noopener">${words}</a>`;
}

const addressIn = ({ url }: FrameSite, path: string) => new URL(localized(path), url).href;

const bylineName = ({ bylineName: name }: StoryCard) => name ?? embeds.anonymous();
