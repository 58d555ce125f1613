import type { Status } from "#lib/generated/prisma/enums.ts";
import { type ToldKind, transitions } from "#lib/moderation/transitions.ts";

/** Something that happened to a story. `before` is the status it had until then; times are ISO 8601. */
export type OwnStep<Revision> =
  | { kind: "sent"; at: string }
  | { kind: "changed"; at: string; before: Status; from: Revision; to: Revision }
  | ({ kind: "decided"; at: string; before: Status } & OwnDecision)
  | { kind: "appealed"; at: string; text: string | null }
  | { kind: "withdrawn"; at: string };

/** Never who decided. */
export type OwnDecision = {
  decision: ToldKind;
  /** A sentence. */
  reason: string | null;
  /** The moderator's own words. */
  message: string | null;
  answersAppeal: boolean;
};

type Happened<Revision> = {
  /** By number, from the first. */
  revisions: readonly (Revision & { sentAt: string })[];
  decisions: readonly (OwnDecision & { at: string })[];
  appeals: readonly { at: string; text: string | null }[];
  withdrawnAt: string | null;
  /** A revision as it stood when the next one was sent: a moderator may have warned of more. */
  asItStood: (revision: Revision) => Revision;
};

/** All that happened, in order. */
export function historyOf<Revision>(happened: Happened<Revision>): OwnStep<Revision>[] {
  const { revisions, withdrawnAt } = happened;
  const steps: OwnStep<Revision>[] = [
    ...revisions.map((to, at): OwnStep<Revision> => {
      const from = revisions[at - 1];
      if (!from) return { kind: "sent", at: to.sentAt };
      const stood = happened.asItStood(from);
      return { kind: "changed", at: to.sentAt, before: "PENDING", from: stood, to };
    }),
    ...happened.appeals.map((appeal) => ({ kind: "appealed" as const, ...appeal })),
    ...happened.decisions.map((decision) => ({
      kind: "decided" as const,
      before: "PENDING" as const,
      ...decision,
    })),
    ...(withdrawnAt ? [{ kind: "withdrawn" as const, at: withdrawnAt }] : []),
  ];
  return withStatuses(
    steps.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
  );
}

/** How the story stood at each step follows from the steps: nothing but the table changes it. */
function withStatuses<Revision>(steps: OwnStep<Revision>[]): OwnStep<Revision>[] {
  let status: Status = "PENDING";
  return steps.map((step) => {
    if (step.kind !== "changed" && step.kind !== "decided") return step;
    const before = status;
    const act = step.kind === "changed" ? "CHANGE" : step.decision;
    status = transitions[act][before] ?? before;
    return { ...step, before };
  });
}
