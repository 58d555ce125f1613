import type { ReactNode } from "react";
import type { ButtonKind } from "#components/moderation/decision-buttons.tsx";
import { DecisionForm } from "#components/moderation/decision-form.tsx";
import { DecisionLog } from "#components/moderation/decision-log.tsx";
import { AppealNote } from "#components/moderation/appeal-note.tsx";
import { DeskKeys } from "#components/moderation/keys/desk-keys.tsx";
import { StoryFacts } from "#components/moderation/story-facts.tsx";
import { StoryStanding } from "#components/moderation/story-standing.tsx";
import { Byline, bylineName } from "#components/stories/byline.tsx";
import { StoryBody } from "#components/stories/story-body.tsx";
import { StoryDifference } from "#components/stories/story-difference.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { toWarningValues } from "#lib/content-warnings/schema.ts";
import type { ModerationStory } from "#lib/moderation/queries.ts";
import { allows, appealAnswered } from "#lib/moderation/transitions.ts";

const everyKind: readonly ButtonKind[] = [
  "APPROVE",
  "ASK_FOR_CHANGES",
  "REJECT",
  "TAKE_DOWN",
  "RESTORE",
];

type StoryDeskProps = {
  story: ModerationStory;
  heading: string;
  /** What was just done. */
  note: ReactNode;
  children: ReactNode;
};

/** One story whole: its words, what is known of it, what can be decided. `children` stand beside. */
export function StoryDesk({ story, heading, note, children }: StoryDeskProps) {
  const { appeal, careMark, before, latest } = story;
  const standing = { status: story.status, waiting: story.waitingSince !== null };
  const others = appeal && !appeal.mayAnswer ? appeal.against : null;
  const kinds = everyKind.filter(
    (kind) => !story.isOwn && allows(kind, standing) && appealAnswered[kind] !== others,
  );
  // The storyteller's wish, which what was changed shows beside what readers see.
  const warnings = toWarningValues(story.storytellerWarnings);
  const values = { reason: "", message: "", internalNote: "", ...warnings };
  return (
    <div className="desk">
      <main className="desk-main">
        <h1 className="sr-only">{heading}</h1>
        {note}
        <article className="story" aria-label={`Story by ${bylineName(story.bylineName)}`}>
          <StoryStanding story={story} />
          {careMark && (
            <Notice title="Please read this one first" className="mb-6">
              <p>
                It may speak of a present wish to die, or did before it was changed. The storyteller
                was shown a helpline.
              </p>
            </Notice>
          )}
          <StoryBody story={story} pictureBase="/moderation/pictures">
            {story.picture && (
              <p className="mt-2 text-small text-quiet">
                Described as: <bdi className="text-ink">{story.picture.alt}</bdi>
              </p>
            )}
            {before && standing.waiting && (
              <section aria-labelledby="changed" className="mt-8">
                <h2 id="changed" className="mb-3 text-ui font-semibold">
                  What was changed
                </h2>
                <StoryDifference before={before} after={latest} />
              </section>
            )}
          </StoryBody>
          <footer className="story-meta">
            <Byline name={story.bylineName} role={story.bylineRole} />
            {story.theme && <bdi>{story.theme.title}</bdi>}
          </footer>
        </article>
        {story.isOwn && (
          <Notice title="This is your own story" className="mb-8">
            <p>Another moderator decides on it.</p>
          </Notice>
        )}
        {appeal && <AppealNote appeal={appeal} />}
        <DecisionForm
          key={story.id}
          // No more than it needs: what a client component gets is in the page for anyone to read.
          story={{ id: story.id, revisionId: story.revisionId }}
          kinds={kinds}
          values={values}
        />
      </main>
      <aside aria-label="About this story" className="desk-side">
        <StoryFacts story={story} />
        <DecisionLog decisions={story.decisions} />
        <DeskKeys />
      </aside>
      {children}
    </div>
  );
}
