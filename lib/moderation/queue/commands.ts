import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { claimWithin, isStillModerator } from "#lib/moderation/claims/commands.ts";
import { avoids } from "#lib/moderation/care/queries.ts";
import { findHeld, findNext } from "#lib/moderation/queue/queries.ts";
import type { QueueFilter } from "#lib/moderation/queue/schema.ts";

/**
 * Opens the next story of the queue, or of a part of it, for a moderator and claims it: what they
 * have open already comes first. Two who ask at once are given two stories. Null when none is left
 * for them.
 */
export async function openNext(viewer: Viewer | null, filter: QueueFilter): Promise<string | null> {
  if (!isModerator(viewer)) return null;
  const kinds = await avoids(viewer);
  return database().prisma.$transaction(async (tx) => {
    if (!(await isStillModerator(tx, viewer))) return null;
    const held = await findHeld(tx, viewer, filter);
    if (held) return held;
    // What another moderator has claimed at this very moment is seen when it is looked for again.
    for (let tries = 0; tries < 5; tries++) {
      const id = await findNext(tx, viewer, { filter, kinds });
      if (!id || (await claimWithin(tx, viewer, id, { takeOver: false }))) return id;
    }
    return null;
  });
}
