import type { ProposalAnswer, Status } from "#lib/generated/prisma/enums.ts";
import { type ToldKind, transitions } from "#lib/moderation/transitions.ts";

/** Something that happened to a story. `before` is the status it had until then; times are ISO 8601. */
export type OwnStep<Revision> =
  | { kind: "sent"; at: string }
  | {
      kind: "changed";
      at: string;
      before: Status;
      from: Revision;
      to: Revision;
      /** What it answers to words that a moderator proposed; null where none were. */
      proposal: ChangeAnswer | null;
    }
  | ({ kind: "decided"; at: string; before: Status } & OwnDecision)
  /** The words that a moderator proposed. */
  | { kind: "declined"; at: string; before: Status }
  | { kind: "appealed"; at: string; text: string | null }
  | { kind: "withdrawn"; at: string };

/** Both are new versions: of the moderator's words, or of the storyteller's own. */
export type ChangeAnswer = Exclude<ProposalAnswer, "DECLINED">;

/** Never who decided. */
export type OwnDecision = {
  decision: ToldKind;
  /** A sentence. */
  reason: string | null;
  /** The moderator's own words. */
  message: string | null;
  answersAppeal: boolean;
  /** Of words that were proposed with it: what the storyteller said to them; null until they do. */
  proposed: { answer: ProposalAnswer | null } | null;
};

type Happened<Revision> = {
  /** By number, from the first. */
  revisions: readonly (Revision & { sentAt: string })[];
  decisions: readonly (OwnDecision & { at: string })[];
  appeals: readonly { at: string; text: string | null }[];
  /** When proposed words were declined. */
  declined: readonly { at: string }[];
  withdrawnAt: string | null;
  /** A revision as it stood when the next one was sent: a moderator may have warned of more. */
  asItStood: (revision: Revision) => Revision;
  /** What a revision answers to words that were proposed. */
  answerOf: (revision: Revision) => ChangeAnswer | null;
};

/** All that happened, in order. */
export function historyOf<Revision>(happened: Happened<Revision>): OwnStep<Revision>[] {
  const { revisions, withdrawnAt } = happened;
  const steps: OwnStep<Revision>[] = [
    ...revisions.map((to, at): OwnStep<Revision> => {
      const from = revisions[at - 1];
      if (!from) return { kind: "sent", at: to.sentAt };
      const stood = happened.asItStood(from);
      const proposal = happened.answerOf(to);
      return { kind: "changed", at: to.sentAt, before: "PENDING", from: stood, to, proposal };
    }),
    ...happened.appeals.map((appeal) => ({ kind: "appealed" as const, ...appeal })),
    ...happened.decisions.map((decision) => ({
      kind: "decided" as const,
      before: "PENDING" as const,
      ...decision,
    })),
    ...happened.declined.map(({ at }) => ({
      kind: "declined" as const,
      before: "PENDING" as const,
      at,
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
    const act = actOf(step);
    if (act === null || !("before" in step)) return step;
    const before = status;
    status = transitions[act][before] ?? before;
    return { ...step, before };
  });
}

function actOf<Revision>(step: OwnStep<Revision>): keyof typeof transitions | null {
  switch (step.kind) {
    case "changed":
      return "CHANGE";
    case "declined":
      return "DECLINE";
    case "decided":
      return step.decision;
    default:
      return null;
  }
}
