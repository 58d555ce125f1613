import { bylineName } from "#components/stories/byline.tsx";
import { ageOf } from "#components/moderation/age.ts";
import { Moment } from "#components/ui/day.tsx";
import { gateLabel } from "#lib/content-warnings/list.ts";
import * as reports from "#lib/generated/messages/reports.ts";
import { localized } from "#lib/locale.ts";
import type { ReportedStories, ReportedStory } from "#lib/reports/queries.ts";
import { reportReasons } from "#lib/reports/schema.ts";

/** Stories with open reports. None of their words: those are at the desk, behind their gates. */
export function ReportedList({ reported, stories, gated }: ReportedStories) {
  return (
    <>
      {stories.length === 0 && <p className="text-lead">{reports.nobody()}</p>}
      <ul className="reported">
        {stories.map((story) => (
          <li key={story.id}>
            <Reported story={story} />
          </li>
        ))}
      </ul>
      {reported > stories.length && (
        <p className="mt-6 text-ui text-quiet">
          {reports.more({ count: reported - stories.length })}
        </p>
      )}
      {gated.length > 0 && <GatedList stories={gated} />}
    </>
  );
}

function GatedList({ stories }: { stories: ReportedStories["gated"] }) {
  return (
    <section aria-labelledby="gated" className="mt-14">
      <h2 id="gated" className="text-lead font-semibold">
        {reports.gatedTitle()}
      </h2>
      <p className="mt-1 mb-2 max-w-measure text-ui text-quiet">{reports.gatedWhat()}</p>
      <ul className="text-ui">
        {stories.map((story) => (
          <li key={story.id} className="flex flex-wrap items-baseline gap-x-3">
            <StoryLink story={story} />
            <span className="text-small text-quiet">
              {reports.gatedFor({ age: ageOf(story.gatedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Signed = { id: string; bylineName: string | null; bylineRole: string | null };

function StoryLink({ story: { id, bylineName: name, bylineRole } }: { story: Signed }) {
  return (
    <a
      href={localized(`/moderation/stories/${id}`)}
      className="inline-flex min-h-target items-center"
    >
      <span>
        {reports.storyBy({ name: bylineName(name), by: (words) => <bdi>{words}</bdi> })}
        {bylineRole && (
          <>
            , <bdi>{bylineRole}</bdi>
          </>
        )}
        <span className="sr-only">, {id}</span>
      </span>
    </a>
  );
}

function Reported({ story }: { story: ReportedStory }) {
  const { id, warnings, reasons, notes } = story;
  return (
    <article aria-labelledby={`reported-${id}`}>
      <h2 id={`reported-${id}`}>
        <StoryLink story={story} />
      </h2>
      <p className="reported-facts">
        {story.gatedAt && <b>{reports.gated()} · </b>}
        {reports.since({ count: story.count, age: ageOf(story.reportedSince) })}
      </p>
      <ul className="reported-reasons">
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            {reportReasons[reason]}
            {count > 1 && <span className="text-quiet"> · {reports.times({ count })}</span>}
          </li>
        ))}
      </ul>
      {warnings.length > 0 && <p className="reported-facts">{gateLabel(warnings)}</p>}
      {notes.map((each) => (
        <ReaderNote key={each.id} note={each.note} sentAt={each.sentAt} />
      ))}
    </article>
  );
}

function ReaderNote({ note, sentAt }: { note: string; sentAt: string }) {
  return (
    <figure className="reader-note">
      <blockquote dir="auto">{note}</blockquote>
      <figcaption>
        <Moment iso={sentAt} />
      </figcaption>
    </figure>
  );
}
