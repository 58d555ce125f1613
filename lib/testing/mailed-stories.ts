/** Stories whose storytellers left an address, written straight into the tables. */
import { randomBytes } from "node:crypto";
import { database } from "#lib/db.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";
import type { ToldKind } from "#lib/moderation/transitions.ts";
import { mailStoryteller } from "#lib/notifications/story-mail.ts";
import { sha256 } from "#lib/secrets.ts";
import { newStoryId } from "#lib/stories/id.ts";
import { privateLinkToken } from "#lib/stories/private-link.ts";

/** An open call, and someone to decide on its stories. */
export async function openMailedCall(): Promise<{ callSlug: string; moderatorId: string }> {
  const { prisma } = database();
  const callSlug = `call-${randomBytes(6).toString("hex")}`;
  const title = "What happened on the night shift?";
  await prisma.call.create({
    data: { slug: callSlug, title, prompt: "Tell us.", opensAt: new Date(0) },
  });
  const moderator = await prisma.user.create({ data: { name: "Mo", role: "MODERATOR" } });
  return { callSlug, moderatorId: moderator.id };
}

export type MailedStory = { id: string; revisionId: string; token: string };

type Options = {
  callSlug: string;
  /** None: a storyteller who left no address. */
  email?: string | null;
  text?: string;
  warnings?: string[];
  submittedAt?: Date;
  contactSince?: Date;
};

/** A story that waits to be read. */
export async function createMailedStory(options: Options): Promise<MailedStory> {
  const {
    callSlug,
    email = "ada@example.org",
    text = "The kettle was on.",
    warnings = [],
  } = options;
  const { submittedAt = new Date(), contactSince = submittedAt } = options;
  const id = newStoryId();
  const idempotencyKeyHash = Uint8Array.from(randomBytes(32));
  const token = privateLinkToken({ idempotencyKeyHash, privateLinkNumber: 0 });
  const intensity = "MENTIONED" as const;
  return database().prisma.$transaction(async (tx) => {
    await tx.story.create({
      data: {
        ...{ id, idempotencyKeyHash, submittedAt, waitingSince: submittedAt },
        call: { connect: { slug: callSlug } },
        privateLinkHash: sha256(token),
        consents: { create: { use: "SITE" } },
        warnings: { create: warnings.map((warning) => ({ warning, intensity })) },
        ...(email ? { contact: { create: { email, createdAt: contactSince } } } : {}),
      },
    });
    const revision = await tx.revision.create({
      data: { storyId: id, number: 1, text, weight: 20 },
    });
    await tx.story.update({ where: { id }, data: { latestRevisionId: revision.id } });
    return { id, revisionId: revision.id, token };
  });
}

type DecisionOptions = {
  moderatorId: string;
  kind: ToldKind;
  reason?: string;
  message?: string;
  at?: Date;
  /** The decision against which an appeal led to this one. */
  appealed?: string;
};

const after: Record<ToldKind, Status> = {
  APPROVE: "PUBLISHED",
  ASK_FOR_CHANGES: "CHANGES_REQUESTED",
  REJECT: "REJECTED",
  TAKE_DOWN: "TAKEN_DOWN",
  RESTORE: "PUBLISHED",
  SET_WARNINGS: "PUBLISHED",
};

/** Decides on a story's only revision, mails its storyteller, and answers the decision's id. */
export async function decideAndMail(
  { id, revisionId }: Pick<MailedStory, "id" | "revisionId">,
  { moderatorId, kind, reason, message, at = new Date(), appealed }: DecisionOptions,
): Promise<string> {
  const why = kind === "APPROVE" || kind === "RESTORE" ? null : (reason ?? "unclear");
  return database().prisma.$transaction(async (tx) => {
    const before = await tx.story.findUniqueOrThrow({ where: { id }, select: { status: true } });
    // Of a change to a published story everything but an approval leaves it as it is.
    const stays = before.status === "PUBLISHED" && kind !== "TAKE_DOWN";
    await tx.story.update({
      where: { id },
      data: {
        status: stays ? "PUBLISHED" : after[kind],
        waitingSince: null,
        ...(kind === "APPROVE" ? { publishedRevisionId: revisionId, publishedAt: at } : {}),
      },
    });
    const decision = await tx.decision.create({
      data: {
        ...{ storyId: id, revisionId, moderatorId, kind, reason: why, warnings: [] },
        ...{ message: message ?? null, createdAt: at },
      },
    });
    if (appealed) {
      await tx.appeal.create({
        data: { storyId: id, decisionId: appealed, text: "Look again.", outcomeId: decision.id },
      });
    }
    await mailStoryteller(tx, id, { kind: "decided", decisionId: decision.id });
    return decision.id;
  });
}
