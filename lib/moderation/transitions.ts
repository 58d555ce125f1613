import type { DecisionKind, Status } from "#lib/generated/prisma/enums.ts";

type Act = DecisionKind | "WITHDRAW";

/** Every change of a story's status there is. Nothing else decides it. */
export const transitions: Record<Act, { from: readonly Status[]; to: Status }> = {
  APPROVE: { from: ["PENDING"], to: "PUBLISHED" },
  ASK_FOR_CHANGES: { from: ["PENDING"], to: "CHANGES_REQUESTED" },
  REJECT: { from: ["PENDING"], to: "REJECTED" },
  TAKE_DOWN: { from: ["PUBLISHED"], to: "TAKEN_DOWN" },
  RESTORE: { from: ["TAKEN_DOWN"], to: "PUBLISHED" },
  WITHDRAW: {
    from: ["PENDING", "PUBLISHED", "CHANGES_REQUESTED", "REJECTED", "TAKEN_DOWN"],
    to: "WITHDRAWN",
  },
};

export function allows(act: Act, status: Status): boolean {
  return transitions[act].from.includes(status);
}
