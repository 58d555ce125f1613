import { allows } from "#lib/moderation/transitions.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";

/** What anyone may read. Every public query starts from this. */
export const published = { status: "PUBLISHED" } as const;

/** Holding the private link is the right to withdraw; the status says whether there is anything to. */
export function canWithdraw(status: Status): boolean {
  return allows("WITHDRAW", status);
}
