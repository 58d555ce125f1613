import * as own from "#lib/generated/messages/own.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";
import type { ToldKind } from "#lib/moderation/transitions.ts";
import { onlyWarningsChanged } from "#lib/stories/difference.ts";
import type { OwnStep } from "#lib/stories/own/history.ts";
import type { OwnRevision, OwnStory } from "#lib/stories/own/queries.ts";

type Standing = Pick<
  OwnStory,
  "status" | "waitingFor" | "latest" | "published" | "lastDecision" | "asked" | "proposal" | "can"
>;

const titles: Record<Status, () => string> = {
  PENDING: own.standsWaiting,
  PUBLISHED: own.standsPublished,
  CHANGES_REQUESTED: own.standsAsked,
  REJECTED: own.standsRejected,
  TAKEN_DOWN: own.standsTakenDown,
  WITHDRAWN: own.standsWithdrawn,
};

/** What a storyteller reads first: where the story stands, and what that means. */
export function statusWords(story: Standing): { title: string; meaning: string } {
  const title = story.waitingFor === "appeal" ? own.standsAppealed : titles[story.status];
  return { title: title(), meaning: meanings[story.status](story) };
}

const meanings: Record<Status, (story: Standing) => string> = {
  PENDING: (story) => {
    if (isKept(story)) return own.meansKept();
    return story.latest.number === 1 ? own.meansWaiting() : own.meansWaitingAgain();
  },
  PUBLISHED: ofPublished,
  CHANGES_REQUESTED: ({ proposal }) => (proposal ? own.meansProposed() : own.meansAsked()),
  REJECTED: (story) => ofAppeal(story) ?? own.meansRejected(),
  TAKEN_DOWN: (story) =>
    ofAppeal(story) ?? (story.can.appeal ? own.meansTakenDownAppealable() : own.meansTakenDown()),
  WITHDRAWN: () => own.meansWithdrawn(),
};

function ofPublished(story: Standing): string {
  if (story.waitingFor === "appeal") return own.meansChangeAppealed();
  if (story.waitingFor === "change") {
    return hasChange(story) ? own.meansChangeWaits() : own.meansPublishedKept();
  }
  const decided = answerToChange(story);
  if (decided === "REJECT") return own.meansChangeRejected();
  if (story.proposal) return own.meansPublishedProposed();
  if (decided === "ASK_FOR_CHANGES") return own.meansChangeAsked();
  return story.asked ? own.meansPublishedAsked() : own.meansPublished();
}

/** What was decided on the change of a published story, while that still matters. */
function answerToChange(story: Standing) {
  const { waitingFor, lastDecision } = story;
  return !hasChange(story) || waitingFor !== null ? null : (lastDecision?.decision ?? null);
}

/** Whether there is a version that readers of the published story don't see. */
function hasChange({ latest, published }: Standing): boolean {
  return published !== null && published.id !== latest.id;
}

/** Whether the storyteller's own words wait because others were declined. */
export function isKept({ waitingFor, lastDecision }: Standing): boolean {
  return (
    (waitingFor === "story" || waitingFor === "change") &&
    lastDecision?.proposed?.answer === "DECLINED"
  );
}

function ofAppeal({ waitingFor, lastDecision, status }: Standing): string | null {
  if (waitingFor === "appeal") return own.meansAppealed();
  if (!lastDecision?.answersAppeal) return null;
  return status === "REJECTED" ? own.meansRejectedAgain() : own.meansStaysDown();
}

/** Whether the last decision is what the page is about, so that its reason stands at the top. */
export function isAboutLastDecision(story: Standing): boolean {
  if (story.waitingFor !== null) return false;
  if (story.asked) return true;
  if (["CHANGES_REQUESTED", "REJECTED", "TAKEN_DOWN"].includes(story.status)) return true;
  const decided = answerToChange(story);
  return decided === "REJECT" || decided === "ASK_FOR_CHANGES";
}

type DecidedStep = Extract<OwnStep<OwnRevision>, { kind: "decided" }>;

const decisionWords: Record<ToldKind, () => string> = {
  APPROVE: own.approved,
  ASK_FOR_CHANGES: own.askedForChange,
  REJECT: own.rejected,
  TAKE_DOWN: own.tookDown,
  RESTORE: own.putBack,
  SET_WARNINGS: own.setWarnings,
};

const ofChange: Partial<Record<ToldKind, () => string>> = {
  APPROVE: own.approvedChange,
  ASK_FOR_CHANGES: own.askedOfChange,
  REJECT: own.rejectedChange,
};

const onAppeal: Partial<Record<ToldKind, () => string>> = {
  APPROVE: own.approvedAgain,
  ASK_FOR_CHANGES: own.askedAgain,
  REJECT: own.rejectedAgain,
  TAKE_DOWN: own.stayedDown,
  RESTORE: own.putBackAgain,
};

/** What was decided, as a step on the storyteller's page; `previous` is the step before it. */
export function decidedWords(step: DecidedStep, previous?: OwnStep<OwnRevision>): string {
  const { decision, before, answersAppeal } = step;
  // Nobody need have read it again.
  const accepted = previous?.kind === "changed" && previous.proposal === "ACCEPTED";
  if (accepted && decision === "APPROVE") return own.publishedInTheseWords();
  const again = answersAppeal ? onAppeal[decision] : undefined;
  const change = before === "PUBLISHED" ? ofChange[decision] : undefined;
  return (again ?? change ?? decisionWords[decision])();
}

type ChangedStep = Extract<OwnStep<OwnRevision>, { kind: "changed" }>;

/** What the storyteller did in a new version. */
export function changedWords({ from, to, proposal }: ChangedStep): string {
  if (proposal === "ACCEPTED") return own.acceptedProposed();
  if (proposal === "CHANGED") return own.sentInstead();
  // Of a withdrawn story the versions are erased.
  if (to.text === "") return own.changed();
  return onlyWarningsChanged(from, to) ? own.changedWarnings() : own.changed();
}

/** What comes next, while something waits. */
export function aheadOf(story: Standing & { waitingFor: Waited }): string {
  return aheadWords[isKept(story) ? "appeal" : story.waitingFor]();
}

type Waited = NonNullable<OwnStory["waitingFor"]>;

const aheadWords: Record<Waited, () => string> = {
  story: own.aheadStory,
  change: own.aheadChange,
  appeal: own.aheadAgain,
};
