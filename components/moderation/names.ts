import type { DecisionKind, Status } from "#lib/generated/prisma/enums.ts";

/** What moderators call it. */
export const statusNames: Record<Status, string> = {
  PENDING: "Waiting",
  PUBLISHED: "Published",
  CHANGES_REQUESTED: "Returned for changes",
  REJECTED: "Rejected",
  TAKEN_DOWN: "Taken down",
  WITHDRAWN: "Withdrawn by the storyteller",
};

export const decisionNames: Record<DecisionKind, string> = {
  APPROVE: "Approved",
  ENDORSE: "Approved first, of two",
  ASK_FOR_CHANGES: "Asked for changes",
  REJECT: "Rejected",
  TAKE_DOWN: "Taken down",
  RESTORE: "Restored",
  SET_WARNINGS: "Content warnings set",
  DISMISS_REPORTS: "Reports dismissed",
};
