import { describe, expect, it } from "vitest";
import { type OwnDecision, historyOf } from "#lib/stories/own/history.ts";

const at = (hour: number) => `2026-11-21T${String(hour).padStart(2, "0")}:00:00.000Z`;
const revision = (number: number, hour: number) => ({ number, sentAt: at(hour) });
const decided = (decision: OwnDecision["decision"], hour: number) => ({
  decision,
  reason: null,
  message: null,
  answersAppeal: false,
  proposed: null,
  at: at(hour),
});

const asItStood = <Revision>(revision: Revision) => revision;
const answerOf = () => null;

function told(happened: Partial<Parameters<typeof historyOf>[0]>): string[] {
  const none = { revisions: [], decisions: [], appeals: [], declined: [], withdrawnAt: null };
  return historyOf({ ...none, asItStood, answerOf, ...happened }).map((step) =>
    "before" in step
      ? `${step.kind === "decided" ? step.decision : step.kind} of ${step.before}`
      : step.kind,
  );
}

describe("what happened to a story", () => {
  it("is told in order, with how the story stood", () => {
    const revisions = [revision(1, 1), revision(2, 3), revision(3, 5)];
    const decisions = [decided("ASK_FOR_CHANGES", 2), decided("APPROVE", 4), decided("REJECT", 6)];
    expect(told({ revisions, decisions, withdrawnAt: at(9) })).toEqual([
      "sent",
      "ASK_FOR_CHANGES of PENDING",
      "changed of CHANGES_REQUESTED",
      "APPROVE of PENDING",
      "changed of PUBLISHED",
      "REJECT of PUBLISHED",
      "withdrawn",
    ]);
  });

  it("has the appeal between the decision and its outcome", () => {
    const decisions = [decided("REJECT", 2), decided("APPROVE", 4)];
    const appeals = [{ at: at(3), text: "It is about me." }];
    expect(told({ revisions: [revision(1, 1)], decisions, appeals })).toEqual([
      "sent",
      "REJECT of PENDING",
      "appealed",
      "APPROVE of REJECTED",
    ]);
  });

  it("has words that were declined wait again, and leaves a published story standing", () => {
    const declined = [{ at: at(3) }, { at: at(6) }];
    const decisions = [decided("ASK_FOR_CHANGES", 2), decided("APPROVE", 4)];
    const again = decided("ASK_FOR_CHANGES", 5);
    expect(
      told({ revisions: [revision(1, 1)], decisions: [...decisions, again], declined }),
    ).toEqual([
      "sent",
      "ASK_FOR_CHANGES of PENDING",
      "declined of CHANGES_REQUESTED",
      "APPROVE of PENDING",
      "ASK_FOR_CHANGES of PUBLISHED",
      "declined of PUBLISHED",
    ]);
  });

  it("says which change answers words that were proposed", () => {
    const steps = historyOf({
      revisions: [revision(1, 1), revision(2, 3), revision(3, 4)],
      decisions: [decided("ASK_FOR_CHANGES", 2)],
      appeals: [],
      declined: [],
      withdrawnAt: null,
      asItStood,
      answerOf: ({ number }) => (number === 2 ? "ACCEPTED" : null),
    });
    expect(steps.flatMap((step) => (step.kind === "changed" ? step.proposal : []))).toEqual([
      "ACCEPTED",
      null,
    ]);
  });

  it("says from which version a change started", () => {
    const steps = historyOf({
      revisions: [revision(1, 1), revision(2, 2), revision(3, 3)],
      decisions: [],
      appeals: [],
      declined: [],
      withdrawnAt: null,
      answerOf,
      asItStood: ({ number, sentAt }) => ({ number: number * 10, sentAt }),
    });
    expect(steps[2]).toMatchObject({ from: { number: 20 }, to: { number: 3 } });
  });
});
