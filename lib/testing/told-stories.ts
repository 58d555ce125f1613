import { randomBytes } from "node:crypto";
import { database } from "#lib/db.ts";
import type { ConsentUse, Status } from "#lib/generated/prisma/enums.ts";
import { sha256 } from "#lib/secrets.ts";
import { newStoryId } from "#lib/stories/id.ts";
import { weightedLength } from "#lib/stories/length.ts";
import { privateLinkToken } from "#lib/stories/private-link.ts";

type Told = {
  callId: string;
  storytellerId?: string | null;
  status?: Exclude<Status, "WITHDRAWN">;
  text?: string;
  bylineName?: string;
  bylineRole?: string;
  warning?: string;
  contact?: string;
  consents?: ConsentUse[];
  submittedAt?: Date;
  /** Whether it is in the account only, and the link it was sent with works no more. */
  claimed?: boolean;
};

/**
 * A story that stands as it is asked for, as rows: for tests of what comes after sending. Tells its
 * private link's token too.
 */
export async function tellStory(told: Told) {
  const { status = "PENDING", text = "The kettle was on before I asked.", claimed = false } = told;
  const { callId, storytellerId, contact, warning, submittedAt = new Date() } = told;
  const idempotencyKeyHash = Uint8Array.from(randomBytes(32));
  const token = privateLinkToken({ idempotencyKeyHash, privateLinkNumber: 0 });
  const id = newStoryId();
  const warnings = warning ? [{ warning, intensity: "DESCRIBED" as const }] : [];
  return database().prisma.$transaction(async (tx) => {
    await tx.story.create({
      data: {
        id,
        callId,
        storytellerId: storytellerId ?? null,
        idempotencyKeyHash,
        privateLinkHash: claimed ? null : sha256(token),
        submittedAt,
        waitingSince: submittedAt,
        consents: { create: [{ use: "SITE" }, ...(told.consents ?? []).map((use) => ({ use }))] },
        warnings: { create: warnings },
        ...(contact ? { contact: { create: { email: contact } } } : {}),
      },
    });
    const revision = await tx.revision.create({
      data: {
        storyId: id,
        number: 1,
        text,
        weight: weightedLength(text),
        bylineName: told.bylineName ?? null,
        bylineRole: told.bylineRole ?? null,
        warnings: { create: warnings },
      },
    });
    const isPublic = status === "PUBLISHED" || status === "TAKEN_DOWN";
    await tx.story.update({
      where: { id },
      data: {
        status,
        latestRevisionId: revision.id,
        ...(isPublic ? { publishedRevisionId: revision.id, publishedAt: submittedAt } : {}),
        ...(status === "PENDING" ? {} : { waitingSince: null }),
      },
    });
    return { id, revisionId: revision.id, token };
  });
}
