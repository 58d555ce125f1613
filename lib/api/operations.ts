import type { z } from "zod";
import {
  callPageSchema,
  callSchema,
  descriptionSchema,
  headingsQuerySchema,
  indexSchema,
  noQuerySchema,
  slugSchema,
  storiesQuerySchema,
  storyIdSchema,
  storyPageSchema,
  storySchema,
  themePageSchema,
  themeSchema,
} from "#lib/api/schema.ts";

export const API = "/api/v1";

export type Operation = {
  /** Beginning with that of the API; a part in braces is named and checked by `at`. */
  path: string;
  /** What it is called in the description, and in programs that are made from it. */
  id: string;
  summary: string;
  description?: string;
  at?: { name: string; schema: z.ZodType<string> };
  query: z.ZodObject;
  answer: z.ZodType;
};

/** All that can be asked, with GET or HEAD. */
export const operations = {
  index: {
    path: API,
    id: "getIndex",
    summary: "Where to begin",
    query: noQuerySchema,
    answer: indexSchema,
  },
  stories: {
    path: `${API}/stories`,
    id: "listStories",
    summary: "Published stories",
    description:
      "All of them, the newest first; or those of one theme, call, hashtag or role: at most one of these can be asked for.",
    query: storiesQuerySchema,
    answer: storyPageSchema,
  },
  story: {
    path: `${API}/stories/{id}`,
    id: "getStory",
    summary: "A published story",
    at: { name: "id", schema: storyIdSchema },
    query: noQuerySchema,
    answer: storySchema,
  },
  themes: {
    path: `${API}/themes`,
    id: "listThemes",
    summary: "Themes, those of the call that opened last first",
    query: headingsQuerySchema,
    answer: themePageSchema,
  },
  theme: {
    path: `${API}/themes/{slug}`,
    id: "getTheme",
    summary: "A theme",
    at: { name: "slug", schema: slugSchema },
    query: noQuerySchema,
    answer: themeSchema,
  },
  calls: {
    path: `${API}/calls`,
    id: "listCalls",
    summary: "Calls that have opened, the last first, closed since or not",
    query: headingsQuerySchema,
    answer: callPageSchema,
  },
  call: {
    path: `${API}/calls/{slug}`,
    id: "getCall",
    summary: "A call that has opened, closed since or not",
    at: { name: "slug", schema: slugSchema },
    query: noQuerySchema,
    answer: callSchema,
  },
  description: {
    path: `${API}/openapi.json`,
    id: "getDescription",
    summary: "This API in OpenAPI 3.1",
    query: noQuerySchema,
    answer: descriptionSchema,
  },
} as const satisfies Record<string, Operation>;

export const allOperations: readonly Operation[] = Object.values(operations);

/** Whether a path is the API's, something being there or not. */
export function isOfApi(pathname: string): boolean {
  return pathname === API || pathname.startsWith(`${API}/`);
}

/** Whether there may be something at a path of the API. */
export function isApiAddress(pathname: string): boolean {
  const segments = pathname.split("/");
  return allOperations.some(({ path, at }) => {
    const places = path.split("/");
    return (
      places.length === segments.length &&
      places.every((place, index) => {
        const segment = segments[index];
        return place.startsWith("{") ? at?.schema.safeParse(segment).success : place === segment;
      })
    );
  });
}
