import * as desk from "#lib/generated/messages/desk.ts";
import type { DecisionKind, Recognisability, Status } from "#lib/generated/prisma/enums.ts";

/** What moderators call it. */
export const statusNames: Record<Status, () => string> = {
  PENDING: desk.statusWaiting,
  PUBLISHED: desk.statusPublished,
  CHANGES_REQUESTED: desk.statusReturned,
  REJECTED: desk.statusRejected,
  TAKEN_DOWN: desk.statusTakenDown,
  WITHDRAWN: desk.statusWithdrawn,
};

export const decisionNames: Record<DecisionKind, () => string> = {
  APPROVE: desk.decidedApprove,
  ENDORSE: desk.decidedEndorse,
  ASK_FOR_CHANGES: desk.decidedAskForChanges,
  REJECT: desk.decidedReject,
  TAKE_DOWN: desk.decidedTakeDown,
  RESTORE: desk.decidedRestore,
  SET_WARNINGS: desk.decidedSetWarnings,
  DISMISS_REPORTS: desk.decidedDismissReports,
};

/** Whether someone could be recognised. */
export const recognisableNames: Record<Recognisability, () => string> = {
  NO: desk.recognisableNo,
  NOT_WITH_CHANGES: desk.recognisableNotWithChanges,
  YES: desk.recognisableYes,
};
