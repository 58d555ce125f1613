import "server-only";
import { PUBLIC_CACHE, answerUnlessHad, etagOf, notThere } from "#lib/answers.ts";
import { isSlug } from "#lib/calls/slug.ts";
import { readLook } from "#lib/embeds/address.ts";
import { frameFiles } from "#lib/embeds/files.ts";
import {
  type FrameSite,
  writeGoneFrame,
  writeListFrame,
  writeStoryFrame,
} from "#lib/embeds/frame.ts";
import { showFrames } from "#lib/embeds/page-script.ts";
import { requiredSetting } from "#lib/env.ts";
import { type Channel, callChannel, siteChannel, themeChannel } from "#lib/feeds/channels.ts";
import * as embeds from "#lib/generated/messages/embeds.ts";
import { readNewest } from "#lib/feeds/queries.ts";
import { inLocale } from "#lib/in-locale.ts";
import { localized, locales } from "#lib/locale.ts";
import { siteSettings } from "#lib/site/settings.ts";
import { getPublishedStory } from "#lib/stories/queries.ts";

/** As many as one looks at in a column beside something else. */
export const FRAMED_STORIES = 10;

/** Answers with the frame of a story, by whatever stands for its id. */
export async function answerWithStoryFrame(request: Request, id: string): Promise<Response> {
  const look = readLook(asked(request).get("look"));
  const [story, site] = await Promise.all([getPublishedStory(id), frameSite()]);
  return story
    ? answerWithFrame(request, writeStoryFrame(story, look, site))
    : answerWithGone(writeGoneFrame(embeds.storyGone(), look, site));
}

/** Answers with the frame of the newest stories: of all, of a theme (`?theme=`) or a call (`?call=`). */
export async function answerWithFeedFrame(request: Request): Promise<Response> {
  const look = readLook(asked(request).get("look"));
  const [channel, site] = await Promise.all([channelOf(asked(request)), frameSite()]);
  if (!channel) return answerWithGone(writeGoneFrame(embeds.storiesGone(), look, site));
  const stories = await readNewest(channel.list);
  const list = { ...channel, stories: stories.slice(0, FRAMED_STORIES) };
  return answerWithFrame(request, writeListFrame(list, look, site));
}

function channelOf(query: URLSearchParams): Channel | null | Promise<Channel | null> {
  const [theme, call] = [query.get("theme"), query.get("call")];
  if (theme !== null) return isSlug(theme) ? themeChannel(theme) : null;
  if (call !== null) return isSlug(call) ? callChannel(call) : null;
  return siteChannel();
}

/** Answers with a file that frames need. Its name says what is in it, so it may be kept for good. */
export async function answerWithFrameFile(request: Request, name: string): Promise<Response> {
  const { files } = await frameFiles();
  const file = files.get(name);
  if (!file) return notThere();
  return answerUnlessHad(request, new Uint8Array(file.bytes), `"${name}"`, {
    "Content-Type": file.type,
    "Cache-Control": "public, max-age=31536000, immutable",
    // A frame in a sandbox is of no origin, and asks for fonts as a stranger.
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
}

/** Answers with what other sites' pages include. */
export function answerWithPageScript(request: Request): Response {
  const origin = requiredSetting("SITE_URL");
  const titles = Object.fromEntries(
    locales.map((locale) =>
      inLocale(locale, () => [
        localized("/stories").split("/")[1],
        embeds.aStoryBy({ teller: "\n" }),
      ]),
    ),
  );
  const asked = [origin, titles].map((each) => JSON.stringify(each));
  const script = `(${showFrames.toString()})(${asked.join(",")})`;
  return answerUnlessHad(request, script, etagOf(script), {
    "Content-Type": "text/javascript; charset=utf-8",
    // Its address is in articles that nobody edits again: an hour, so that it can be mended.
    "Cache-Control": "public, max-age=3600",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
}

async function frameSite(): Promise<FrameSite> {
  const { styleSheet, script } = await frameFiles();
  return { name: siteSettings().name, url: requiredSetting("SITE_URL"), styleSheet, script };
}

const frameHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": PUBLIC_CACHE,
};

const answerWithGone = (html: string) => new Response(html, { status: 404, headers: frameHeaders });

const answerWithFrame = (request: Request, html: string) =>
  answerUnlessHad(request, html, etagOf(html), frameHeaders);

const asked = (request: Request) => new URL(request.url).searchParams;
