import "server-only";
import { z } from "zod";
import { PUBLIC_CACHE, answerUnlessHad, etagOf } from "#lib/answers.ts";
import { type CodeSite, type FrameSize, codeForOembed } from "#lib/embeds/code.ts";
import { FRAME_WIDTH, frameHeight } from "#lib/embeds/size.ts";
import { requiredSetting } from "#lib/env.ts";
import { inLocale } from "#lib/in-locale.ts";
import { type Locale, readLocale } from "#lib/locale.ts";
import { previewSizes } from "#lib/previews/address.ts";
import { previewPath } from "#lib/previews/content.ts";
import { siteSettings } from "#lib/site/settings.ts";
import { gateSentence } from "#lib/stories/gate.ts";
import { isStoryId } from "#lib/stories/id.ts";
import { type StoryCard, getPublishedStory } from "#lib/stories/queries.ts";
import { titleOf } from "#lib/stories/title.ts";
import { escapeXml } from "#lib/xml.ts";

/** In seconds. What others keep of a story that is withdrawn is not for longer than this. */
const CACHE_AGE = 60;

const formats = {
  json: { type: "application/json; charset=utf-8", write: (data: object) => JSON.stringify(data) },
  xml: { type: "text/xml; charset=utf-8", write: writeXml },
};

const isFormat = (value: string): value is keyof typeof formats => Object.hasOwn(formats, value);

const pixels = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number)
  .default(Number.POSITIVE_INFINITY);
const schema = z.object({ url: z.url(), maxwidth: pixels, maxheight: pixels });

type Most = Pick<z.infer<typeof schema>, "maxwidth" | "maxheight">;

/**
 * Answers by https://oembed.com, version 1.0: what stands in for a story's link on other pages, in
 * the language of the link.
 */
export async function answerWithOembed(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const format = query.get("format") ?? "json";
  if (!isFormat(format)) return refuse(501, "There is JSON and XML here.");
  const asked = schema.safeParse(Object.fromEntries(query));
  if (!asked.success)
    return refuse(400, "Ask with the url of a story; maxwidth and maxheight are whole pixels.");
  const site = { name: siteSettings().name, url: requiredSetting("SITE_URL") };
  const named = readStoryUrl(asked.data.url, site.url);
  const story = named && (await getPublishedStory(named.id));
  if (!story) return refuse(404, "There is no story at that url.");
  const { type, write } = formats[format];
  const body = write(inLocale(named.locale, () => describe(story, asked.data, site)));
  return answerUnlessHad(request, body, etagOf(body), {
    ...open,
    "Content-Type": type,
    "Cache-Control": PUBLIC_CACHE,
  });
}

/** Scripts of other sites may read it. */
const open = { "Access-Control-Allow-Origin": "*" };

function refuse(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: {
      ...open,
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": PUBLIC_CACHE,
    },
  });
}

/** What the address of a story's page names, however it is decorated; null for any other address. */
function readStoryUrl(address: string, siteUrl: string): { id: string; locale: Locale } | null {
  const { origin, pathname } = new URL(address);
  const { locale, path } = readLocale(pathname);
  const [, id = ""] = /^\/stories\/([^/]+)\/?$/.exec(path) ?? [];
  return origin === siteUrl && isStoryId(id) ? { id, locale } : null;
}

function describe(story: StoryCard, most: Most, site: CodeSite) {
  const size = sizeWithin(story, most);
  return {
    type: "rich",
    version: "1.0",
    title: gateSentence(story)?.replace("\n", " ") ?? titleOf(story.text),
    ...(story.bylineName ? { author_name: story.bylineName } : {}),
    provider_name: site.name,
    provider_url: site.url,
    cache_age: CACHE_AGE,
    ...thumbnailWithin(story, most, site),
    html: codeForOembed({ story, site }, size),
    ...size,
  };
}

/** What a frame that is too low does not show, it scrolls to. */
function sizeWithin(story: StoryCard, { maxwidth, maxheight }: Most): FrameSize {
  const width = Math.min(FRAME_WIDTH, maxwidth);
  return { width, height: Math.min(frameHeight(story, width), maxheight) };
}

/** There is one size of it: none where it would be too large. */
function thumbnailWithin(story: StoryCard, { maxwidth, maxheight }: Most, site: CodeSite) {
  const { width, height } = previewSizes.wide;
  if (width > maxwidth || height > maxheight) return {};
  const url = new URL(previewPath(story, "wide"), site.url).href;
  return { thumbnail_url: url, thumbnail_width: width, thumbnail_height: height };
}

function writeXml(data: object): string {
  const elements = Object.entries(data).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${elements.join("")}</oembed>\n`;
}
