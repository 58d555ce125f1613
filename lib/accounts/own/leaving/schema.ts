import { z } from "zod";
import { postedText } from "#lib/form.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { isStoryId } from "#lib/stories/id.ts";

/** What becomes of a story when its storyteller's account is deleted. */
export const choices = ["WITHDRAW", "KEEP"] as const;

export type Choice = (typeof choices)[number];

/** How many stories the form lists one by one; `rest` decides on all others. */
export const LISTED = 50;

const choice = z
  .enum([...choices, ""], { error: () => accounts.chooseOfTwo() })
  .transform((chosen) => (chosen === "" ? null : chosen));

export type LeavingValues = {
  /** The ids of the stories that the form listed. */
  listed: string[];
  /** By story id. */
  stories: Record<string, string>;
  /** For every story that nothing was chosen for. */
  rest: string;
};

/** The field of a story in the form, and the id of its group. */
export const fieldOf = (storyId: string) => `story-${storyId}`;

/** What the form of deleting one's account demands: nothing is decided for anyone. */
export const leavingSchema = z
  .object({
    listed: z.array(z.string().refine(isStoryId)).max(LISTED),
    stories: z.record(z.string().refine(isStoryId), choice),
    rest: choice,
  })
  .superRefine(({ listed, stories, rest }, context) => {
    if (rest) return;
    for (const id of listed.filter((each) => !stories[each])) {
      context.addIssue({
        code: "custom",
        path: [fieldOf(id)],
        message: accounts.chooseForStory(),
      });
    }
  });

export type Leaving = z.output<typeof leavingSchema>;

export const emptyLeaving: LeavingValues = { listed: [], stories: {}, rest: "" };

/** Reads the form as posted. */
export function readLeaving(form: FormData): LeavingValues {
  const posted = form.getAll("listed").filter((id) => typeof id === "string" && isStoryId(id));
  const listed = [...new Set(posted as string[])].slice(0, LISTED);
  const stories = listed.map((id) => [id, postedText(form, fieldOf(id))] as const);
  return { listed, stories: Object.fromEntries(stories), rest: postedText(form, "rest") };
}
