/**
 * What the API answers and what can be asked of it. All of the API is made of these: the types of its
 * answers, the reading of its parameters, and the description that it gives of itself.
 */
import { z } from "zod";
import { readStep } from "#lib/api/step.ts";
import { slugShape } from "#lib/calls/slug.ts";
import { intensities } from "#lib/content-warnings/list.ts";
import { hashtagKey, isHashtagKey } from "#lib/finding/hashtags.ts";
import { readHeartCursor } from "#lib/finding/heart-cursor.ts";
import { readOpeningCursor } from "#lib/finding/opening-cursor.ts";
import { roles } from "#lib/finding/roles.ts";
import { readCursor } from "#lib/pagination.ts";
import { storyIdShape } from "#lib/stories/id.ts";

/** Of as many as are asked for at once. */
export const MOST = 100;
export const USUAL = 20;

/** The name of each part, in the description. */
export const parts = z.registry<{ id: string }>();

function part<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  parts.add(schema, { id });
  return schema;
}

const address = (what: string) => z.url().describe(what);
const moment = (what: string) => z.iso.datetime().describe(`${what} ISO 8601, UTC.`);
const slug = z.string().regex(slugShape);
const pixels = z.int().positive();

// What is answered --------------------------------------------------------------------------------

const headingFields = {
  slug: slug.describe("What stands in its address."),
  title: z.string(),
  url: address("Its page."),
};

export const themeSchema = part(
  "Theme",
  z.object(headingFields).describe("A heading that stories stand under. Calls may share one."),
);

const callNameSchema = part(
  "CallName",
  z.object(headingFields).describe("A call, as its stories name it."),
);

export const callSchema = part(
  "Call",
  z
    .object({
      ...headingFields,
      prompt: z.string().describe("What it asks people to tell."),
      hashtag: z.string().nullable().describe("Without “#”."),
      opensAt: moment("Since when it takes stories."),
      closesAt: moment("Until when; null: for good.").nullable(),
      open: z.boolean().describe("Whether it takes stories now."),
      themes: z.array(themeSchema),
    })
    .describe("An invitation to tell stories. Every story answers one."),
);

const contentWarningSchema = part(
  "ContentWarning",
  z
    .object({
      slug: z
        .string()
        .regex(/^[a-z-]+$/)
        .describe(
          "Never renamed. There may be new ones: show the label of one that you don't know.",
        )
        .meta({ examples: ["stillbirth"] }),
      label: z.string().describe("For people, in English."),
      intensity: z
        .enum(intensities.map((each) => each.toLowerCase() as Lowercase<typeof each>))
        .describe("How strongly the words go into it."),
    })
    .describe("What a story contains that its reader may want to know before reading it."),
);

const imageFields = { width: pixels, height: pixels };

const bylineSchema = part(
  "Byline",
  z
    .object({
      name: z.string().nullable().describe("Null: Anonymous."),
      role: z
        .string()
        .nullable()
        .meta({ examples: ["night nurse"] }),
    })
    .describe("Who tells it. Show it with the words."),
);

const pictureSchema = part(
  "Picture",
  z
    .object({
      url: address("A JPEG. Browsers show it on this site's pages only."),
      ...imageFields,
      alt: z.string().describe("What can be seen in it, in the storyteller's words."),
    })
    .describe("The storyteller's picture. Where a gate stands, it is behind it."),
);

const previewImageSchema = part(
  "PreviewImage",
  z
    .object({ url: address("A PNG that any page may show."), ...imageFields })
    .describe(
      "The story as a picture to go with its link. Where a gate stands it shows the gate's words and none of the story's, so it can be shown to anyone. Its address changes when the story does.",
    ),
);

export const storySchema = part(
  "Story",
  z
    .object({
      id: z.string().regex(storyIdShape),
      url: address("Its page. Link to it wherever the story is shown."),
      gate: z
        .string()
        .nullable()
        .describe(
          "What is written on the gate before its words, in English, a line for each reason to have one; null: there is none. When there is, show this, and the words and the picture only to a reader who then asks for them.",
        ),
      contentWarnings: z
        .array(contentWarningSchema)
        .describe("What it contains. Empty: nothing that needs a warning."),
      gated: z
        .boolean()
        .describe(
          "Whether readers reported it so often that it stands behind a gate, whatever its warnings, until moderators have seen to it.",
        ),
      text: z
        .string()
        .describe("Its words, plain, with their line breaks. Behind the gate, where there is one."),
      language: z
        .string()
        .nullable()
        .describe("What the words are in, BCP 47; null: not known.")
        .meta({ examples: ["en", "es"] }),
      byline: bylineSchema,
      theme: themeSchema.nullable().describe("What it stands under, if its storyteller chose one."),
      call: callNameSchema
        .nullable()
        .describe("What it answers; null while that is not open to see."),
      hashtags: z
        .array(z.string())
        .describe(
          "Those in its words, without “#”, as they are written; none where there is a gate, as they are behind it.",
        ),
      picture: pictureSchema.nullable(),
      previewImage: previewImageSchema,
      hearts: z
        .int()
        .nonnegative()
        .describe("How many readers like it, as it was at most a minute ago."),
      publishedAt: moment("When it was first published, which orders the list."),
      updatedAt: moment(
        "When the words that are shown now were sent, or published, whichever is later.",
      ),
      demo: z
        .boolean()
        .describe(
          "Whether it is fiction that comes with the program, to try it out: no true story.",
        ),
    })
    .describe(
      "A published story. It may be changed, taken down or withdrawn at any time: whoever keeps a copy asks again and shows it no more when this answers 404.",
    ),
);

const linksSchema = part(
  "PageLinks",
  z
    .object({
      self: address("This page."),
      first: address("Where the list begins."),
      next: address("The page after this one; null on the last.").nullable(),
      prev: address("The page before this one; null on the first.").nullable(),
    })
    .describe("The same as in the header Link. Cursors are ours to change: follow the links."),
);

export const storyPageSchema = part(
  "StoryPage",
  z.object({ stories: z.array(storySchema).max(MOST), links: linksSchema }),
);

export const themePageSchema = part(
  "ThemePage",
  z.object({ themes: z.array(themeSchema).max(MOST), links: linksSchema }),
);

export const callPageSchema = part(
  "CallPage",
  z.object({ calls: z.array(callSchema).max(MOST), links: linksSchema }),
);

export const indexSchema = part(
  "Index",
  z
    .object({
      name: z.string().describe("How this site calls itself."),
      url: address("Where people read it."),
      links: z.object({
        stories: address("Published stories."),
        themes: address("Themes."),
        calls: address("Calls."),
        description: address("This API in OpenAPI 3.1."),
      }),
    })
    .describe("Where to begin."),
);

export const descriptionSchema = part(
  "Description",
  z.looseObject({ openapi: z.string() }).describe("https://spec.openapis.org/oas/v3.1"),
);

const parameterErrorSchema = part(
  "ParameterError",
  z.object({ parameter: z.string(), detail: z.string().describe("What to do about it.") }),
);

export const problemSchema = part(
  "Problem",
  z
    .object({
      type: z
        .string()
        .describe("An address that tells kinds of problems apart; about:blank: its status."),
      title: z.string(),
      status: z.int().min(400).max(599),
      detail: z.string().describe("What is wrong, for whoever writes the program that asked."),
      instance: z.string().describe("The path that was asked for."),
      errors: z.array(parameterErrorSchema).optional().describe("With status 400: each parameter."),
      "violated-policies": z
        .array(z.string())
        .optional()
        .describe("With status 429: the names in RateLimit-Policy of what was exceeded."),
    })
    .describe("RFC 9457."),
);

export type ApiTheme = z.output<typeof themeSchema>;
export type ApiCall = z.output<typeof callSchema>;
export type ApiStory = z.output<typeof storySchema>;
export type PageLinks = z.output<typeof linksSchema>;
export type StoryPage = z.output<typeof storyPageSchema>;
export type ThemePage = z.output<typeof themePageSchema>;
export type CallPage = z.output<typeof callPageSchema>;
export type ApiIndex = z.output<typeof indexSchema>;
export type ParameterError = z.output<typeof parameterErrorSchema>;
export type Problem = z.output<typeof problemSchema>;

// What can be asked -------------------------------------------------------------------------------

export const storyIdSchema = z.string().regex(storyIdShape).describe("A story's `id`.");

export const slugSchema = slug.describe("Its `slug`.");

const badCursor = "This is no place in the list. Please take it from a page's links.";
const badLimit = `Please ask for a whole number from 1 to ${MOST}.`;
const badSlug = "Please give a slug, such as small-wins.";

const cursor = z
  .string()
  .transform(readStep)
  .optional()
  .describe("Where the page begins. Take it from a page's links.");

/** Digits and nothing else: as a number, "0x10" would be one too. */
const limit = z
  .string()
  .refine((given) => /^\d+$/.test(given) && Number(given) >= 1 && Number(given) <= MOST, badLimit)
  .transform(Number)
  .default(USUAL)
  .describe("How many at most.")
  .meta({ type: "integer", minimum: 1, maximum: MOST });

const slugGiven = z.string().regex(slugShape, { error: badSlug }).optional();

const roleSlugs = roles.map((role) => role.slug);

const filters = ["theme", "call", "hashtag", "role"] as const;

export const storiesQuerySchema = z
  .strictObject({
    cursor,
    limit,
    theme: slugGiven
      .describe("Only those under this theme, by its slug.")
      .meta({ examples: ["small-wins"] }),
    call: slugGiven
      .describe("Only those that answer this call, by its slug.")
      .meta({ examples: ["the-night-shift"] }),
    hashtag: z
      .string()
      .transform((raw) => hashtagKey(raw.replace(/^[#＃]/, "")))
      .refine(isHashtagKey, { error: "Please give one hashtag, such as OneShift." })
      .optional()
      .describe("Only those with this hashtag in their words, in any case, with or without “#”.")
      .meta({ examples: ["OneShift"] }),
    role: z
      .enum(roleSlugs, { error: `Please give one of ${roleSlugs.join(", ")}.` })
      .optional()
      .describe("Only those whose byline has such a role."),
    sort: z
      .enum(["newest", "hearts"], { error: "Please give newest or hearts." })
      .default("newest")
      .describe(
        "`newest` first, or those with the most `hearts`, which leaves out those without any. Hearts come while one goes from page to page, so that a story may be met twice there, or not at all.",
      ),
  })
  .superRefine((query, context) => {
    const [, second] = filters.filter((name) => query[name] !== undefined);
    const complain = (name: keyof typeof query, message: string) =>
      context.addIssue({ code: "custom", path: [name], message });
    if (second) complain(second, `Please choose one of ${filters.join(", ")}.`);
    const byHearts = query.sort === "hearts";
    if (byHearts && filters.some((name) => query[name] !== undefined))
      complain("sort", "The most hearted are told of all stories only.");
    const read = byHearts ? readHeartCursor : readCursor;
    if (query.cursor && !read(query.cursor.cursor)) complain("cursor", badCursor);
  });

export type StoriesQuery = z.output<typeof storiesQuerySchema>;

/** Of calls and themes. */
export const headingsQuerySchema = z.strictObject({
  cursor: cursor.refine((step) => !step || readOpeningCursor(step.cursor) !== null, badCursor),
  limit,
});

export type HeadingsQuery = z.output<typeof headingsQuerySchema>;

/** Of what takes no parameters. */
export const noQuerySchema = z.strictObject({});

type Read<Query> = { ok: true; query: Query } | { ok: false; errors: ParameterError[] };

/** Reads what stands behind the "?" of an address. Anything may be there. */
export function readQuery<Query>(schema: z.ZodType<Query>, given: URLSearchParams): Read<Query> {
  const twice = [...new Set(given.keys())].filter((name) => given.getAll(name).length > 1);
  if (twice.length > 0) {
    const errors = twice.map((parameter) => ({ parameter, detail: "Please give it once." }));
    return { ok: false, errors };
  }
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return { ok: true, query: parsed.data };
  const errors = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((parameter) => ({ parameter, detail: "There is no such parameter here." }))
      : [{ parameter: String(issue.path[0]), detail: issue.message }],
  );
  return { ok: false, errors: uniqueByParameter(errors) };
}

function uniqueByParameter(errors: ParameterError[]): ParameterError[] {
  return [...new Map(errors.map((error) => [error.parameter, error])).values()];
}
