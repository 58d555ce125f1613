import * as accounts from "#lib/generated/messages/accounts.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";

/** Where a story stands, in a list of several; its own page says what that means. */
export const standingWords: Record<Status, () => string> = {
  PENDING: accounts.standsPending,
  PUBLISHED: accounts.standsPublished,
  CHANGES_REQUESTED: accounts.standsReturned,
  REJECTED: accounts.standsRejected,
  TAKEN_DOWN: accounts.standsTakenDown,
  WITHDRAWN: accounts.standsWithdrawn,
};

/** What of a story waits for a moderator, where its standing doesn't say so; null when nothing does. */
export function waitingWords({ status, waits }: { status: Status; waits: boolean }): string | null {
  if (!waits || status === "PENDING") return null;
  return status === "PUBLISHED" ? accounts.changeWaits() : accounts.appealWaits();
}
