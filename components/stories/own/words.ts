import type { Status } from "#lib/generated/prisma/enums.ts";
import type { ToldKind } from "#lib/moderation/transitions.ts";
import { onlyWarningsChanged } from "#lib/stories/difference.ts";
import type { OwnStep } from "#lib/stories/own/history.ts";
import type { OwnRevision, OwnStory } from "#lib/stories/own/queries.ts";

type Standing = Pick<
  OwnStory,
  "status" | "waitingFor" | "latest" | "published" | "lastDecision" | "asked" | "proposal" | "can"
>;

const titles: Record<Status, string> = {
  PENDING: "Your story is waiting to be read",
  PUBLISHED: "Your story is published",
  CHANGES_REQUESTED: "A moderator asks for a change",
  REJECTED: "Your story was not published",
  TAKEN_DOWN: "Your story was taken down",
  WITHDRAWN: "You withdrew your story",
};

/** What a storyteller reads first: where the story stands, and what that means. */
export function statusWords(story: Standing): { title: string; meaning: string } {
  const title =
    story.waitingFor === "appeal" ? "Your appeal is waiting to be read" : titles[story.status];
  return { title, meaning: meanings[story.status](story) };
}

const meanings: Record<Status, (story: Standing) => string> = {
  PENDING: (story) => {
    if (isKept(story)) {
      return "You kept your words as they are. A moderator reads them once more, and decides. This page will say what happened.";
    }
    return story.latest.number === 1
      ? "A moderator reads it before anyone else does. There is nothing you need to do: this page will say what happened."
      : "A moderator reads your new version before anyone else does. This page will say what happened.";
  },
  PUBLISHED: ofPublished,
  CHANGES_REQUESTED: ({ proposal }) =>
    proposal
      ? `Your story is not published as it is. Below is why, and how it could be told instead. ${YOURS}`
      : "Your story is not published as it is. Below is what they ask. Change it and send it again whenever you like; until then it stays between us.",
  REJECTED: (story) =>
    ofAppeal(story) ??
    "Thank you for sending it. A moderator read it, and it won’t appear here as it is. Nobody else can see it. Below is why. You can change it and send it again, or appeal.",
  TAKEN_DOWN: (story) =>
    ofAppeal(story) ??
    `It was published for a while and no longer is. Below is why.${story.can.appeal ? " You can appeal." : ""}`,
  WITHDRAWN: () =>
    "It is not on the site any more. Its words, its picture, your name and your e-mail address are erased here.",
};

const YOURS = "It is your story: nothing in it changes without your yes.";

function ofPublished(story: Standing): string {
  if (story.waitingFor === "appeal") {
    return "Anyone can read it as it stands. Your change is looked at again with what you wrote, by another moderator wherever there is one.";
  }
  if (story.waitingFor === "change" && !hasChange(story)) {
    return "Anyone can read it as it stands. You kept your words as they are, and a moderator reads them once more.";
  }
  if (story.waitingFor === "change") {
    return "Anyone can read it now. Your change waits to be read; until then readers see the version that stands.";
  }
  const decided = answerToChange(story);
  if (decided === "REJECT") {
    return "Anyone can read it as it stands. A moderator decided against your change. Below is why. You can change it again, or appeal.";
  }
  if (story.proposal) {
    return `Anyone can read it as it stands. Below is what a moderator asks for, and how it could be told instead. ${YOURS}`;
  }
  if (decided === "ASK_FOR_CHANGES") {
    return "Anyone can read it as it stands. Before your change can take its place, a moderator asks for something. Below is what.";
  }
  if (story.asked) {
    return "Anyone can read it as it stands. A moderator asks you to change something in it. Below is what.";
  }
  return "Readers can find it now. Thank you for telling it.";
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
  if (waitingFor === "appeal") {
    return "Your story is read again with what you wrote, by another moderator wherever there is one. This page will say what happened.";
  }
  if (!lastDecision?.answersAppeal) return null;
  return status === "REJECTED"
    ? "A moderator read it again with your appeal, and the decision stands. Nobody else can see it. You can still change it and send it again."
    : "A moderator looked at it again with your appeal, and it stays down. Nobody else can see it.";
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

const decisionWords: Record<ToldKind, string> = {
  APPROVE: "A moderator read it and published it",
  ASK_FOR_CHANGES: "A moderator asked for a change",
  REJECT: "A moderator decided not to publish it",
  TAKE_DOWN: "A moderator took it down",
  RESTORE: "A moderator put it back",
  SET_WARNINGS: "A moderator changed its content warnings",
};

const ofChange: Partial<Record<ToldKind, string>> = {
  APPROVE: "A moderator read your change and published it",
  ASK_FOR_CHANGES: "A moderator asked for something else in your change",
  REJECT: "A moderator decided against your change",
};

const onAppeal: Partial<Record<ToldKind, string>> = {
  APPROVE: "A moderator read it again and published it",
  ASK_FOR_CHANGES: "A moderator read it again and asked for a change",
  REJECT: "A moderator read it again and decided not to publish it",
  TAKE_DOWN: "A moderator looked at it again, and it stays down",
  RESTORE: "A moderator looked at it again and put it back",
};

/** What was decided, as a step on the storyteller's page; `previous` is the step before it. */
export function decidedWords(step: DecidedStep, previous?: OwnStep<OwnRevision>): string {
  const { decision, before, answersAppeal } = step;
  // Nobody need have read it again.
  const accepted = previous?.kind === "changed" && previous.proposal === "ACCEPTED";
  if (accepted && decision === "APPROVE") return "It was published in these words";
  const again = answersAppeal ? onAppeal[decision] : undefined;
  if (again) return again;
  return (before === "PUBLISHED" && ofChange[decision]) || decisionWords[decision];
}

type ChangedStep = Extract<OwnStep<OwnRevision>, { kind: "changed" }>;

/** What the storyteller did in a new version. */
export function changedWords({ from, to, proposal }: ChangedStep): string {
  if (proposal === "ACCEPTED") return "You accepted the words that the moderator proposed";
  if (proposal === "CHANGED") return "You sent words of your own instead";
  // Of a withdrawn story the versions are erased.
  if (to.text === "") return "You changed it";
  return onlyWarningsChanged(from, to) ? "You changed its content warnings" : "You changed it";
}

/** What comes next, while something waits. */
export function aheadOf(story: Standing & { waitingFor: Waited }): string {
  return isKept(story) ? aheadWords.appeal : aheadWords[story.waitingFor];
}

type Waited = NonNullable<OwnStory["waitingFor"]>;

const aheadWords: Record<Waited, string> = {
  story: "A moderator reads it, and decides",
  change: "A moderator reads your change, and decides",
  appeal: "A moderator reads it again, and decides",
};
