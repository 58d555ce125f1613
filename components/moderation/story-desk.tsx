import type { ReactNode } from "react";
import { ageOf } from "#components/moderation/age.ts";
import { AppealNote } from "#components/moderation/appeal-note.tsx";
import type { ButtonKind } from "#components/moderation/decision-buttons.tsx";
import { DecisionForm } from "#components/moderation/decision-form.tsx";
import { DecisionLog } from "#components/moderation/decision-log.tsx";
import { HeldNote } from "#components/moderation/held-note.tsx";
import { DeskKeys } from "#components/moderation/keys/desk-keys.tsx";
import { StoryVersions } from "#components/moderation/story-versions.tsx";
import { VeiledPicture } from "#components/moderation/care/veiled-picture.tsx";
import { type Mark, MarkedWords } from "#components/moderation/marked-words.tsx";
import { StoryFacts } from "#components/moderation/story-facts.tsx";
import { StoryNotes } from "#components/moderation/story-notes.tsx";
import { StoryStanding } from "#components/moderation/story-standing.tsx";
import { StoryPicture } from "#components/pictures/story-picture.tsx";
import { Byline, bylineName } from "#components/stories/byline.tsx";
import { StoryBody } from "#components/stories/story-body.tsx";
import { StoryDifference } from "#components/stories/story-difference.tsx";
import { toWarningValues } from "#lib/content-warnings/schema.ts";
import * as desk from "#lib/generated/messages/desk.ts";
import type { Offer } from "#lib/moderation/care/policy.ts";
import type { Holding } from "#lib/moderation/claims/queries.ts";
import type { ModerationStory } from "#lib/moderation/queries.ts";
import type { OfferedReason } from "#lib/moderation/reasons/schema.ts";
import { emptyDecision } from "#lib/moderation/schema.ts";
import { allows, appealAnswered } from "#lib/moderation/transitions.ts";

const everyKind: readonly ButtonKind[] = [
  "APPROVE",
  "ASK_FOR_CHANGES",
  "REJECT",
  "TAKE_DOWN",
  "RESTORE",
  "SET_WARNINGS",
  "DISMISS_REPORTS",
];

type StoryDeskProps = {
  story: ModerationStory;
  /** Whether its kinds are ones that the viewer would rather not get. */
  offer: Offer;
  heading: string;
  /** Who has it open; null when nobody does. */
  holding: Holding | null;
  reasons: readonly OfferedReason[];
  /** The part of the queue that it is open in (lib/moderation/queue/schema.ts); empty beside it. */
  queue: string;
  /** How many stories wait in all. */
  waiting: number;
  /** What was noticed in its words. */
  marks: readonly Mark[];
  /** What was just done. */
  note: ReactNode;
  /** What others say of it: reports, rules, stories like it. */
  evidence: ReactNode;
  children: ReactNode;
};

/** The decisions that a moderator can make on a story now. */
function kindsFor(story: ModerationStory): ButtonKind[] {
  const { appeal, status } = story;
  const reported = story.reportedSince !== null;
  const standing = { status, waiting: story.waitingSince !== null, reported, gated: story.gated };
  const others = appeal && !appeal.mayAnswer ? appeal.against : null;
  return everyKind.filter((kind) => {
    if (story.isOwn || !allows(kind, standing)) return false;
    return !others || appealAnswered[kind] !== others;
  });
}

/** What the form begins with: the storyteller's wish, or what the first of two moderators chose. */
function valuesFor(story: ModerationStory, kinds: readonly ButtonKind[]) {
  const ofReaders = kinds.includes("SET_WARNINGS");
  const warnings = ofReaders ? story.warnings : story.storytellerWarnings;
  return { ...emptyDecision, ...toWarningValues(story.endorsed?.warnings ?? warnings) };
}

/** One story whole: its words, what is known of it, what can be decided. `children` stand beside. */
export function StoryDesk(props: StoryDeskProps) {
  const {
    story,
    offer,
    heading,
    holding,
    reasons,
    queue,
    waiting,
    marks,
    note,
    evidence,
    children,
  } = props;
  const { before, latest } = story;
  const kinds = kindsFor(story);
  const isHeld = holding !== null && !holding.byViewer;
  return (
    <div className="desk">
      <main className="desk-main">
        <h1 className="sr-only">{heading}</h1>
        <a href="#queue" className="queue-jump">
          {desk.waitingCount({ count: waiting })}
        </a>
        {note}
        <HeldNote
          key={story.id}
          storyId={story.id}
          heldBy={isHeld ? { who: holding.who, age: ageOf(holding.since) } : null}
          queue={queue}
        />
        <div className="desk-read">
          <article
            id="story"
            className="story"
            aria-label={desk.storyBy({ name: bylineName(story.bylineName) })}
          >
            <StoryStanding story={story} />
            <StoryNotes story={story} offer={offer} />
            <StoryBody
              story={story}
              picture={
                story.picture && (
                  <VeiledPicture key={story.picture.id}>
                    <StoryPicture picture={story.picture} base="/moderation/pictures" />
                  </VeiledPicture>
                )
              }
              words={<MarkedWords text={story.text} marks={marks} />}
            >
              {story.picture && (
                <p className="mt-2 text-small text-quiet">
                  {desk.describedAs({
                    words: story.picture.alt,
                    alt: (words) => <bdi className="text-ink">{words}</bdi>,
                  })}
                </p>
              )}
              {before && story.waitingSince && (
                <section aria-labelledby="changed" className="mt-8">
                  <h2 id="changed" className="mb-3 text-ui font-semibold">
                    {desk.whatChanged()}
                  </h2>
                  <StoryDifference before={before} after={latest} />
                </section>
              )}
              <StoryVersions
                versions={story.versions}
                lastShown={before !== null && story.waitingSince !== null}
              />
            </StoryBody>
            <footer className="story-meta">
              <Byline name={story.bylineName} role={story.bylineRole} />
              {story.theme && <bdi>{story.theme.title}</bdi>}
            </footer>
          </article>
          {story.appeal && <AppealNote appeal={story.appeal} />}
          {evidence}
          <aside aria-label={desk.aboutStory()} className="desk-side">
            <StoryFacts story={story} />
            <DecisionLog decisions={story.decisions} />
            <DeskKeys />
          </aside>
        </div>
        <DecisionForm
          key={story.id}
          // No more than it needs: what a client component gets is in the page for anyone to read.
          story={{
            id: story.id,
            revisionId: story.revisionId,
            text: latest.text,
            subject: latest.subject,
          }}
          kinds={kinds}
          reported={story.reportedSince !== null}
          reasons={reasons}
          values={valuesFor(story, kinds)}
          queue={queue}
          held={isHeld}
        />
      </main>
      {children}
    </div>
  );
}
