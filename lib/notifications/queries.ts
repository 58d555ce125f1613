import "server-only";
import { type ContentWarning, strongest } from "#lib/content-warnings/list.ts";
import { database } from "#lib/db.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";
import { defaultLocale } from "#lib/locale.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";
import { type ToldKind, toldKinds } from "#lib/moderation/transitions.ts";
import type { ReachableStory } from "#lib/notifications/own-page.ts";
import type { GivenReason } from "#lib/notifications/why.ts";

const reachable = {
  id: true,
  storytellerId: true,
  idempotencyKeyHash: true,
  privateLinkHash: true,
  privateLinkNumber: true,
} as const;

/** `locale` is the language that they gave the address in. */
type StoryToMail = { email: string; locale: string; story: ReachableStory };

/** Where to write about a story; null when there is no address (any more). */
export async function getStoryToMail(storyId: string): Promise<StoryToMail | null> {
  const found = await database().prisma.contact.findUnique({
    where: { storyId },
    select: { email: true, locale: true, story: { select: reachable } },
  });
  return found;
}

const warning = { warning: true, intensity: true } as const;

type DecisionToMail = StoryToMail & {
  kind: ToldKind;
  /** As it reads today: a decision keeps its slug, and its page says the same. */
  reason: GivenReason | null;
  message: string | null;
  status: Status;
  /** Whether readers saw the story when this was decided. */
  stoodPublished: boolean;
  onAppeal: boolean;
  /** Whether a moderator proposes other words on its page. */
  proposed: boolean;
  /** Those that anyone put on it: with what was decided on, with this decision, and until now. */
  warnings: ContentWarning[];
};

/** A decision and where to write about it; null when there is no address (any more). */
export async function getDecisionToMail(decisionId: string): Promise<DecisionToMail | null> {
  const { prisma } = database();
  const found = await prisma.decision.findUnique({
    where: { id: decisionId, undoneAt: null, kind: { in: toldKinds } },
    select: {
      kind: true,
      reason: true,
      message: true,
      warnings: true,
      createdAt: true,
      outcomeOf: { select: { id: true } },
      proposal: { select: { answer: true } },
      revision: { select: { warnings: { select: warning } } },
      story: {
        select: {
          ...reachable,
          status: true,
          contact: { select: { email: true, locale: true } },
          warnings: { select: warning },
        },
      },
    },
  });
  if (!found?.story.contact) return null;
  const { kind, reason, message, warnings, createdAt, outcomeOf, proposal, revision } = found;
  const { contact, status, warnings: standing, ...story } = found.story;
  const before = await prisma.decision.findFirst({
    where: {
      storyId: story.id,
      undoneAt: null,
      createdAt: { lt: createdAt },
      kind: { in: ["APPROVE", "TAKE_DOWN", "RESTORE"] },
    },
    orderBy: { createdAt: "desc" },
    select: { kind: true },
  });
  const asDecided = (Array.isArray(warnings) ? warnings : []) as ContentWarning[];
  return {
    ...{ email: contact.email, locale: contact.locale, story, message, status },
    reason: (await readReasons()).get(reason ?? "") ?? null,
    kind: kind as ToldKind,
    stoodPublished: before !== null && before.kind !== "TAKE_DOWN",
    onAppeal: outcomeOf !== null,
    proposed: proposal?.answer === null,
    warnings: strongest(
      strongest(standing as ContentWarning[], revision.warnings as ContentWarning[]),
      asDecided,
    ),
  };
}

type SentStory = ReachableStory & { status: Status; submittedAt: Date };

/**
 * The newest stories that have this address and a private link, how many more there are, and the
 * language that the address was given in with the newest.
 */
export async function getStoriesOf(
  email: string,
  { atMost }: { atMost: number },
): Promise<{ stories: SentStory[]; more: number; locale: string }> {
  const { prisma } = database();
  const where = {
    contact: { email },
    status: { not: "WITHDRAWN" },
    privateLinkHash: { not: null },
  } as const;
  const [found, all] = await Promise.all([
    prisma.story.findMany({
      where,
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      take: atMost,
      select: {
        ...reachable,
        status: true,
        submittedAt: true,
        contact: { select: { locale: true } },
      },
    }),
    prisma.story.count({ where }),
  ]);
  const locale = found[0]?.contact?.locale ?? defaultLocale;
  const stories = found.map(({ contact: _contact, ...story }) => story);
  return { stories, more: Math.max(0, all - stories.length), locale };
}

/** Whether we have an address to write to about a story. */
export async function hasContact(storyId: string): Promise<boolean> {
  return (await database().prisma.contact.count({ where: { storyId } })) > 0;
}
