import type { ReactNode } from "react";
import { decisionWords } from "#components/stories/status-words.ts";
import { Moment } from "#components/ui/day.tsx";
import type { OwnStory } from "#lib/stories/queries.ts";

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

/** Everything that happened to a story, in order, and what comes next. */
export function StorySteps({ story }: { story: OwnStory }) {
  return (
    <ol className="steps">
      <Step words="You sent it" iso={story.submittedAt} />
      {story.decisions.map(({ kind, reason, message, decidedAt }) => (
        <Step key={decidedAt + kind} words={decisionWords[kind]} iso={decidedAt}>
          {reason && <p className="mt-2">{reason}</p>}
          {message && (
            <figure className="mt-3">
              <figcaption className="text-small text-quiet">From the moderator</figcaption>
              <blockquote dir="auto" className="mt-0.5 font-serif text-lead whitespace-pre-line">
                {message}
              </blockquote>
            </figure>
          )}
        </Step>
      ))}
      {story.withdrawnAt && <Step words="You withdrew it" iso={story.withdrawnAt} />}
      {story.status === "PENDING" && (
        <li className="step-ahead">
          <p>A moderator reads it, and decides</p>
        </li>
      )}
    </ol>
  );
}
