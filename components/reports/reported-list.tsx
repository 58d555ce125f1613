import { bylineName } from "#components/stories/byline.tsx";
import { ageOf } from "#components/moderation/age.ts";
import { Moment } from "#components/ui/day.tsx";
import { gateLabel } from "#lib/content-warnings/list.ts";
import type { ReportedStory } from "#lib/reports/queries.ts";
import { reportReasons } from "#lib/reports/schema.ts";

type ReportedListProps = { reported: number; stories: ReportedStory[] };

/** Stories with open reports. None of their words: those are at the desk, behind their gates. */
export function ReportedList({ reported, stories }: ReportedListProps) {
  if (stories.length === 0) {
    return <p className="text-lead">Nobody has reported a story that is still to be looked at.</p>;
  }
  return (
    <>
      <ul className="reported">
        {stories.map((story) => (
          <li key={story.id}>
            <Reported story={story} />
          </li>
        ))}
      </ul>
      {reported > stories.length && (
        <p className="mt-6 text-ui text-quiet">
          and {reported - stories.length} more, once these are looked at
        </p>
      )}
    </>
  );
}

function Reported({ story }: { story: ReportedStory }) {
  const { id, bylineRole, warnings, reasons, notes } = story;
  return (
    <article aria-labelledby={`reported-${id}`}>
      <h2 id={`reported-${id}`}>
        <a href={`/moderation/stories/${id}`}>
          Story by <bdi>{bylineName(story.bylineName)}</bdi>
          {bylineRole && (
            <>
              , <bdi>{bylineRole}</bdi>
            </>
          )}
          <span className="sr-only">, {id}</span>
        </a>
      </h2>
      <p className="reported-facts">
        {story.gatedAt && <b>Behind a gate · </b>}
        {story.count === 1
          ? `1 report, ${ageOf(story.reportedSince)} ago`
          : `${story.count} reports, the first ${ageOf(story.reportedSince)} ago`}
      </p>
      <ul className="reported-reasons">
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            {reportReasons[reason]}
            {count > 1 && <span className="text-quiet"> · {count} times</span>}
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
