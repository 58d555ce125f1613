/** What people copy into their own pages. However much of it is taken out there, words and link stay. */
import { type Look, framePath } from "#lib/embeds/address.ts";
import { FRAME_WIDTH, fixedHeight } from "#lib/embeds/size.ts";
import * as embeds from "#lib/generated/messages/embeds.ts";
import { type Markup, markup } from "#lib/html.ts";
import { localized } from "#lib/locale.ts";
import { storyAddress } from "#lib/stories/address.ts";
import { gateSentence } from "#lib/stories/gate.ts";
import type { StoryCard } from "#lib/stories/queries.ts";

export type CodeSite = {
  name: string;
  /** Its origin. */
  url: string;
};

type Coded = { story: StoryCard; look: Look; site: CodeSite };

/** A quotation, and the script that puts the frame in its place (lib/embeds/page-script.ts). */
export function codeWithScript({ story, look, site }: Coded): string {
  const chosen = look === "auto" ? null : markup` data-look="${look}"`;
  const url = storyAddress(story.id, site.url);
  return `${markup`<blockquote class="vignette-story" cite="${url}"${chosen}>${quotation(story, site)}</blockquote>
${pageScript(site)}`}`;
}

/** The frame as it is, and the quotation for where frames are taken out. */
export function codeWithoutScript({ story, look, site }: Coded): string {
  const height = fixedHeight(story);
  const src = new URL(framePath(story.id, look), site.url).href;
  const [url, summary] = [
    storyAddress(story.id, site.url),
    gateSentence(story) ? embeds.aboutTheStory() : embeds.theStoryAsText(),
  ];
  return `${markup`<iframe src="${src}" title="${frameTitle(story, site)}" width="${FRAME_WIDTH}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>
<details><summary>${summary}</summary><blockquote cite="${url}">${quotation(story, site)}</blockquote></details>`}`;
}

/**
 * For whoever asks by oEmbed. WordPress, of what it is not told to trust, takes a quotation that
 * comes first and a frame, and shows the frame once it has spoken; others keep the script, which does
 * the same. Until then, and where neither happens, the frame is not to be seen.
 */
export function codeForOembed({ story, site }: Omit<Coded, "look">, size: FrameSize): string {
  const src = new URL(framePath(story.id, "auto"), site.url).href;
  return `${markup`<blockquote class="vignette-story" cite="${storyAddress(story.id, site.url)}">${quotation(story, site)}</blockquote>
<iframe src="${src}" title="${frameTitle(story, site)}" width="${size.width}" height="${size.height}" style="position:absolute;visibility:hidden"></iframe>
${pageScript(site)}`}`;
}

/** In pixels. */
export type FrameSize = { width: number; height: number };

/** The newest stories of all, in a frame in which they scroll. */
export function codeOfFeed(look: Look, site: CodeSite): string {
  const src = new URL(localized(`/embed/feed${look === "auto" ? "" : `?look=${look}`}`), site.url)
    .href;
  const title = embeds.storiesOn({ site: site.name });
  return `${markup`<iframe src="${src}" title="${title}" width="${FRAME_WIDTH}" height="640" style="border:0;max-width:100%" loading="lazy"></iframe>
<p><a href="${new URL(localized("/"), site.url).href}">${title}</a></p>`}`;
}

/** The words, or what is written on their gate; who tells it; where it stands. */
function quotation(story: StoryCard, site: CodeSite): Markup {
  const { bylineName, bylineRole: role } = story;
  const by = role && markup`, <bdi>${role}</bdi>`;
  const [before = "", after = ""] = embeds.byOn({ by: "\n", site: site.name }).split("\n");
  const from = markup`<a href="${storyAddress(story.id, site.url)}">${before}<bdi>${bylineName ?? embeds.anonymous()}</bdi>${by}${after}</a>`;
  const gate = gateSentence(story);
  if (gate === null) return markup`${wordsMarkup(story)} <p>— ${from}</p>`;
  const lines = gate.split("\n").map((line) => markup`<p>${line.replace(/\.?$/, ".")}</p> `);
  const [opening = "", end = ""] = embeds.aStoryBy({ teller: "\n" }).split("\n");
  return markup`${lines}<p>${opening}${from}${end}</p>`;
}

/**
 * Spaces beside the tags, for whoever takes the tags out. Where nobody knows the language it is not
 * that of the article.
 */
function wordsMarkup({ text, language }: StoryCard): Markup {
  const lines = text
    .split("\n")
    .map((line, at) => (at > 0 ? markup`<br> ${line}` : markup`${line}`));
  return markup`<p dir="auto" lang="${language ?? ""}">${lines}</p>`;
}

/** As the script names it. */
function frameTitle({ bylineName, bylineRole }: StoryCard, site: CodeSite): string {
  const by = [bylineName ?? embeds.anonymous(), bylineRole].filter(Boolean).join(", ");
  return embeds.aStoryBy({ teller: embeds.byOn({ by, site: site.name }) });
}

function pageScript({ url }: CodeSite): Markup {
  return markup`<script async src="${new URL("/embed.js", url).href}"></script>`;
}
