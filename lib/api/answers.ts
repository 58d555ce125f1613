import "server-only";
import { answer } from "#lib/api/answer.ts";
import { describeApi } from "#lib/api/description.ts";
import { linksOf } from "#lib/api/links.ts";
import { type Operation, operations } from "#lib/api/operations.ts";
import { toCall, toStories, toTheme } from "#lib/api/resources.ts";
import {
  type ApiCall,
  type ApiIndex,
  type ApiStory,
  type ApiTheme,
  type CallPage,
  type HeadingsQuery,
  type StoriesQuery,
  type StoryPage,
  type ThemePage,
  USUAL,
} from "#lib/api/schema.ts";
import { requiredSetting } from "#lib/env.ts";
import { type ListKind, listName } from "#lib/finding/listings.ts";
import {
  findCall,
  findTheme,
  listCallHeadings,
  listThemeHeadings,
} from "#lib/finding/headings/queries.ts";
import { listMostHearted } from "#lib/finding/hearted/queries.ts";
import type { Stretch } from "#lib/finding/order.ts";
import { listStories } from "#lib/finding/queries.ts";
import { quotaOf } from "#lib/rate-limit.ts";
import { siteSettings } from "#lib/site/settings.ts";
import { getPublishedStory } from "#lib/stories/queries.ts";

const siteUrl = () => requiredSetting("SITE_URL");
const absolute = (path: string) => new URL(path, siteUrl()).href;

export function answerWithIndex(request: Request): Promise<Response> {
  const { index, stories, themes, calls, description } = operations;
  return answer(request, index, async (): Promise<ApiIndex> => ({
    name: siteSettings().name,
    url: absolute("/"),
    links: {
      stories: absolute(stories.path),
      themes: absolute(themes.path),
      calls: absolute(calls.path),
      description: absolute(description.path),
    },
  }));
}

let description: ReturnType<typeof describeApi> | undefined;

export function answerWithDescription(request: Request): Promise<Response> {
  return answer(request, operations.description, async () => {
    const site = { url: siteUrl(), name: siteSettings().name };
    description ??= describeApi({ ...site, requestsPerHour: quotaOf("api").points });
    return description;
  });
}

export function answerWithStories(request: Request): Promise<Response> {
  return answer(request, operations.stories, async (query): Promise<StoryPage | null> => {
    const page =
      query.sort === "hearts"
        ? await listMostHearted(askedOf(query))
        : await listStories({ list: listOf(query), ...askedOf(query) });
    if (!page) return null;
    const links = linksTo(operations.stories, query, page);
    return { stories: await toStories(page.stories, siteUrl()), links };
  });
}

export function answerWithStory(request: Request, id: string): Promise<Response> {
  return answer(request, operations.story, async (): Promise<ApiStory | null> => {
    const card = await getPublishedStory(id);
    const [story] = card ? await toStories([card], siteUrl()) : [];
    return story ?? null;
  });
}

export function answerWithThemes(request: Request): Promise<Response> {
  return answer(request, operations.themes, async (query): Promise<ThemePage | null> => {
    const page = await listThemeHeadings(askedOf(query));
    if (!page) return null;
    const links = linksTo(operations.themes, query, page);
    return { themes: page.themes.map((theme) => toTheme(theme, siteUrl())), links };
  });
}

export function answerWithTheme(request: Request, slug: string): Promise<Response> {
  return answer(request, operations.theme, async (): Promise<ApiTheme | null> => {
    const theme = await findTheme(slug);
    return theme && toTheme({ slug, title: theme.title }, siteUrl());
  });
}

export function answerWithCalls(request: Request): Promise<Response> {
  return answer(request, operations.calls, async (query): Promise<CallPage | null> => {
    const page = await listCallHeadings(askedOf(query));
    if (!page) return null;
    const links = linksTo(operations.calls, query, page);
    return { calls: page.calls.map((call) => toCall(call, siteUrl())), links };
  });
}

export function answerWithCall(request: Request, slug: string): Promise<Response> {
  return answer(request, operations.call, async (): Promise<ApiCall | null> => {
    const call = await findCall(slug);
    return call && toCall(call, siteUrl());
  });
}

function askedOf({ cursor, limit }: HeadingsQuery) {
  return { cursor: cursor?.cursor ?? null, way: cursor?.way ?? "older", size: limit } as const;
}

/** The name of the list that a filter means; null without one. */
function listOf({ theme, call, hashtag, role }: StoriesQuery): string | null {
  const given = Object.entries({ theme, call, hashtag, role }).find(([, value]) => value);
  return given ? listName(given[0] as ListKind, given[1] ?? "") : null;
}

/** What is as it would be without being asked for is in no link. */
function linksTo(
  { path }: Operation,
  { cursor, limit, ...rest }: HeadingsQuery & Partial<StoriesQuery>,
  { older, newer }: Stretch,
) {
  const { sort, ...filters } = rest;
  const asked = {
    ...filters,
    sort: sort === "newest" ? undefined : sort,
    limit: limit === USUAL ? undefined : limit,
  };
  return linksOf({ url: absolute(path), asked, step: cursor, older, newer });
}
