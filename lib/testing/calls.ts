import { nanoid } from "nanoid";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { submitStory } from "#lib/stories/commands.ts";
import { privateLinkHash } from "#lib/stories/private-link.ts";
import { type StoryFormValues, emptyStoryForm, storyFormSchema } from "#lib/stories/schema.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";

/** An open call with one theme. Returns its slug. */
export async function createCall(): Promise<string> {
  const slug = `call-${nanoid(8).toLowerCase().replaceAll("_", "-")}`;
  await database().prisma.call.create({
    data: {
      slug,
      title: "What did you learn on the night shift?",
      prompt: "Tell us.",
      opensAt: new Date(Date.now() - 60_000),
      themes: { create: { slug: "small-wins", title: "Small wins", position: 0 } },
    },
  });
  return slug;
}

let addresses = 0;

/** A waiting story, sent from an address of its own. `over` is what the form says besides. */
export async function createStory(
  callSlug: string,
  text = "The kettle was on before I asked.",
  over: Partial<StoryFormValues> & { viewer?: Viewer } = {},
) {
  const { viewer = null, ...filled } = over;
  const sent = await submitStory(viewer, {
    input: storyFormSchema.parse({
      ...emptyStoryForm,
      text,
      timeZone: "Etc/UTC", // as where scripts run: nothing is left to suggest
      subject: "MYSELF",
      consent: true,
      ...filled,
    }),
    key: newSubmissionKey(),
    callSlug,
    address: `2001:db8:${(++addresses).toString(16)}::1`,
    country: null,
  });
  if (!sent.ok) throw new Error(sent.message);
  const story = await database().prisma.story.findUniqueOrThrow({
    where: { privateLinkHash: privateLinkHash(sent.value.way) ?? new Uint8Array() },
    select: { id: true, latestRevisionId: true },
  });
  return { id: story.id, revisionId: story.latestRevisionId ?? "", token: sent.value.way };
}
