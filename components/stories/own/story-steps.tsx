import type { ReactNode } from "react";
import { ModeratorWords } from "#components/stories/own/moderator-words.tsx";
import { readWithin } from "#components/stories/own/reading-time.ts";
import { aheadOf, changedWords, decidedWords } from "#components/stories/own/words.ts";
import { StoryDifference } from "#components/stories/story-difference.tsx";
import { Moment } from "#components/ui/day.tsx";
import * as own from "#lib/generated/messages/own.ts";
import type { OwnStep } from "#lib/stories/own/history.ts";
import type { OwnRevision, OwnStory } from "#lib/stories/own/queries.ts";

type StepProps = { words: string; iso: string; children?: ReactNode };

function Step({ words, iso, children }: StepProps) {
  return (
    <li>
      <p className="font-medium">{words}</p>
      <p className="text-small text-quiet">
        <Moment iso={iso} />
      </p>
      {children}
    </li>
  );
}

type ToldProps = {
  step: OwnStep<OwnRevision>;
  previous: OwnStep<OwnRevision> | undefined;
  withoutReason: boolean;
};

function Told({ step, previous, withoutReason }: ToldProps) {
  switch (step.kind) {
    case "sent":
      return <Step words={own.sent()} iso={step.at} />;
    case "withdrawn":
      return <Step words={own.withdrew()} iso={step.at} />;
    case "declined":
      return <Step words={own.keptWords()} iso={step.at} />;
    case "changed":
      return <Changed step={step} />;
    case "appealed":
      return (
        <Step words={own.appealed()} iso={step.at}>
          {step.text && (
            <blockquote
              dir="auto"
              className="mt-2 font-serif text-lead whitespace-pre-line [overflow-wrap:anywhere]"
            >
              {step.text}
            </blockquote>
          )}
        </Step>
      );
    case "decided":
      return (
        <Step words={decidedWords(step, previous)} iso={step.at}>
          {!withoutReason && (
            <div className="mt-2">
              <ModeratorWords reason={step.reason} message={step.message} />
            </div>
          )}
          {step.proposed && <p className="mt-2">{own.proposedOther()}</p>}
        </Step>
      );
  }
}

function Changed({ step }: { step: Extract<OwnStep<OwnRevision>, { kind: "changed" }> }) {
  const words = changedWords(step);
  // Of a withdrawn story the versions are erased.
  if (step.to.text === "") return <Step words={words} iso={step.at} />;
  return (
    <Step words={words} iso={step.at}>
      <details className="more">
        <summary>{step.proposal === "ACCEPTED" ? own.whatChanged() : own.whatYouChanged()}</summary>
        <StoryDifference before={step.from} after={step.to} />
      </details>
    </Step>
  );
}

type StoryStepsProps = {
  story: OwnStory;
  /** lib/stories/own/queries.ts; null where there is no figure. */
  readingTime: number | null;
  /** Where the reason of the last decision stands elsewhere on the page. */
  lastWithoutReason: boolean;
};

/** Everything that happened to a story, in order, and what comes next. */
export function StorySteps({ story, readingTime, lastWithoutReason }: StoryStepsProps) {
  const last = story.history.findLast(
    (step) => step.kind === "decided" && step.decision !== "SET_WARNINGS",
  );
  const { waitingFor } = story;
  return (
    <ol className="steps">
      {story.history.map((step, at) => (
        <Told
          key={at}
          step={step}
          previous={story.history[at - 1]}
          withoutReason={lastWithoutReason && step === last}
        />
      ))}
      {waitingFor && (
        <li className="step-ahead">
          <p>{aheadOf({ ...story, waitingFor })}</p>
          {readingTime !== null && waitingFor !== "appeal" && (
            <p className="text-small">{readWithin(readingTime)}</p>
          )}
        </li>
      )}
    </ol>
  );
}
