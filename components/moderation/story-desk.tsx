import type { ReactNode } from "react";
import { DecisionForm } from "#components/moderation/decision-form.tsx";
import { DecisionLog } from "#components/moderation/decision-log.tsx";
import { StoryFacts } from "#components/moderation/story-facts.tsx";
import { StoryStanding } from "#components/moderation/story-standing.tsx";
import { Byline, bylineName } from "#components/stories/byline.tsx";
import { StoryBody } from "#components/stories/story-body.tsx";
import { toWarningValues } from "#lib/content-warnings/schema.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import type { ModerationStory } from "#lib/moderation/queries.ts";
import { allows } from "#lib/moderation/transitions.ts";

const everyKind: readonly DecisionKind[] = [
  "APPROVE",
  "ASK_FOR_CHANGES",
  "REJECT",
  "TAKE_DOWN",
  "RESTORE",
];

type StoryDeskProps = { story: ModerationStory; heading: string; children: ReactNode };

/** One story whole: its words, what is known of it, what can be decided. `children` stand beside. */
export function StoryDesk({ story, heading, children }: StoryDeskProps) {
  const kinds = everyKind.filter((kind) => allows(kind, story.status));
  const values = { reason: "", message: "", internalNote: "", ...toWarningValues(story.warnings) };
  return (
    <div className="desk">
      <main className="desk-main">
        <h1 className="sr-only">{heading}</h1>
        <article className="story" aria-label={`Story by ${bylineName(story.bylineName)}`}>
          <StoryStanding story={story} />
          <StoryBody story={story} />
          <footer className="story-meta">
            <Byline name={story.bylineName} role={story.bylineRole} />
            {story.theme && <bdi>{story.theme.title}</bdi>}
          </footer>
        </article>
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
      </aside>
      {children}
    </div>
  );
}
