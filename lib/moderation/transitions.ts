import { DecisionKind, type Status } from "#lib/generated/prisma/enums.ts";

type Act = DecisionKind | "CHANGE" | "DECLINE" | "WITHDRAW";

/**
 * Every change of a story's status there is, from → to. Nothing else decides it. Of a published
 * story a change may wait, of a refused one an appeal: deciding on those can leave it where it is.
 */
export const transitions: Record<Act, Partial<Record<Status, Status>>> = {
  APPROVE: { PENDING: "PUBLISHED", PUBLISHED: "PUBLISHED", REJECTED: "PUBLISHED" },
  // The first of two approvals: nothing moves before the second.
  ENDORSE: { PENDING: "PENDING", PUBLISHED: "PUBLISHED", REJECTED: "REJECTED" },
  ASK_FOR_CHANGES: {
    PENDING: "CHANGES_REQUESTED",
    PUBLISHED: "PUBLISHED",
    REJECTED: "CHANGES_REQUESTED",
  },
  REJECT: { PENDING: "REJECTED", PUBLISHED: "PUBLISHED", REJECTED: "REJECTED" },
  TAKE_DOWN: { PUBLISHED: "TAKEN_DOWN", TAKEN_DOWN: "TAKEN_DOWN" },
  RESTORE: { TAKEN_DOWN: "PUBLISHED" },
  SET_WARNINGS: { PUBLISHED: "PUBLISHED" },
  DISMISS_REPORTS: { PUBLISHED: "PUBLISHED" },
  CHANGE: {
    PENDING: "PENDING",
    PUBLISHED: "PUBLISHED",
    CHANGES_REQUESTED: "PENDING",
    REJECTED: "PENDING",
  },
  // Of words that a moderator proposed: a moderator decides on the storyteller's own, once more.
  DECLINE: { PUBLISHED: "PUBLISHED", CHANGES_REQUESTED: "PENDING" },
  WITHDRAW: {
    PENDING: "WITHDRAWN",
    PUBLISHED: "WITHDRAWN",
    CHANGES_REQUESTED: "WITHDRAWN",
    REJECTED: "WITHDRAWN",
    TAKEN_DOWN: "WITHDRAWN",
  },
};

/** These answer something that waits; without it there is nothing to decide. */
const answers: ReadonlySet<Act> = new Set(["APPROVE", "ENDORSE", "ASK_FOR_CHANGES", "REJECT"]);

/** These answer readers' reports. So do others, which need none. */
const answersReports: ReadonlySet<Act> = new Set(["ASK_FOR_CHANGES", "DISMISS_REPORTS"]);

/**
 * After these there is nothing left to see to of what readers reported, and the gate opens. Asked
 * for, changes are still to come: it stays until they are approved.
 */
const settles: ReadonlySet<Act> = new Set([
  "APPROVE",
  "TAKE_DOWN",
  "RESTORE",
  "SET_WARNINGS",
  "DISMISS_REPORTS",
]);

export function settlesReports(act: Act): boolean {
  return settles.has(act);
}

type Standing = {
  status: Status;
  waiting: boolean;
  /** Whether reports on it are open. */
  reported?: boolean;
  /** Whether reports put it behind a gate, answered or not. */
  gated?: boolean;
};

/** What waits of a story goes on waiting after these. */
const leavesIt: ReadonlySet<Act> = new Set(["ENDORSE", "SET_WARNINGS", "DISMISS_REPORTS"]);

export function leavesWaiting(act: Act): boolean {
  return leavesIt.has(act);
}

/** These are about what readers see, or saw, and not about a change of it that waits. */
const ofPublic: ReadonlySet<Act> = new Set([
  "TAKE_DOWN",
  "RESTORE",
  "SET_WARNINGS",
  "DISMISS_REPORTS",
]);

export function isOfPublic(act: Act): boolean {
  return ofPublic.has(act);
}

export function allows(act: Act, standing: Standing): boolean {
  const { status, waiting, reported = false, gated = false } = standing;
  if (!transitions[act][status]) return false;
  if (reported && status === "PUBLISHED" && answersReports.has(act)) return true;
  // Without open reports it opens their gate; while a change waits, that goes with the change.
  if (act === "DISMISS_REPORTS") return gated && !waiting;
  // While a change waits, its warnings are decided on with it.
  if (act === "SET_WARNINGS") return !waiting;
  // Upholding a taking down answers an appeal; the first one does not.
  const needsWaiting = answers.has(act) || (act === "TAKE_DOWN" && status === "TAKEN_DOWN");
  return waiting || !needsWaiting;
}

const untold = ["ENDORSE", "DISMISS_REPORTS"] as const satisfies readonly DecisionKind[];

/** A decision that its storyteller is told of: the others change nothing for them. */
export type ToldKind = Exclude<DecisionKind, (typeof untold)[number]>;

export const toldKinds = (Object.keys(DecisionKind) as DecisionKind[]).filter(isTold);

export function isTold(kind: DecisionKind): kind is ToldKind {
  return !(untold as readonly DecisionKind[]).includes(kind);
}

export type Appealable = "REJECT" | "TAKE_DOWN";

/** An appeal against which kind of decision it is that a decision of this kind answers. */
export const appealAnswered: Partial<Record<DecisionKind, Appealable>> = {
  APPROVE: "REJECT",
  ASK_FOR_CHANGES: "REJECT",
  REJECT: "REJECT",
  TAKE_DOWN: "TAKE_DOWN",
  RESTORE: "TAKE_DOWN",
};
