import { ageOf } from "#components/moderation/age.ts";
import { QueueFilters } from "#components/moderation/queue-filters.tsx";
import { StoryName } from "#components/moderation/story-name.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import { localized } from "#lib/locale.ts";
import type { Tag } from "#lib/messages/rich.ts";
import type { QueueItem } from "#lib/moderation/queries.ts";
import type { Queue } from "#lib/moderation/queue/queries.ts";
import { type QueueFilter, isNarrowed, queueQuery } from "#lib/moderation/queue/schema.ts";
import { isGated } from "#lib/stories/gate.ts";

type QueueListProps = { queue: Queue; filter: QueueFilter; current: string | null };

const kinds: Record<QueueItem["waitsFor"], (() => string) | null> = {
  "a first reading": null,
  "a change": desk.itemReturned,
  "an appeal": desk.itemAppeal,
  "an answer to reports": desk.itemReported,
};

/** What waits, the most pressing first. Warned words are named here, not shown. */
export function QueueList({ queue, filter, current }: QueueListProps) {
  const { waiting, matching, items } = queue;
  const more = matching - items.length;
  const count: Tag = (number) => <span className="font-semibold text-ink">{number}</span>;
  const here = localized(`/moderation${current ? `/stories/${current}` : ""}${queueQuery(filter)}`);
  return (
    <nav id="queue" aria-label={desk.waitingStories()} className="queue">
      <h2 className="queue-heading">
        {isNarrowed(filter)
          ? desk.partWaiting({ matching, waiting, count })
          : desk.allWaiting({ matching, count })}
      </h2>
      <noscript>
        <p className="px-6 text-small">
          <a href={here}>{desk.lookForNew()}</a>
        </p>
      </noscript>
      <QueueFilters queue={queue} filter={filter} />
      <ol>
        {items.map((item) => (
          <li key={item.id}>
            <a
              href={localized(`/moderation/stories/${item.id}${queueQuery(filter)}`)}
              aria-current={item.id === current ? "page" : undefined}
              className="queue-item"
            >
              <Title item={item} />
              <Facts item={item} />
            </a>
          </li>
        ))}
      </ol>
      {items.length === 0 && (
        <p className="px-6 py-3 text-small text-quiet">{desk.nothingHereWaits()}</p>
      )}
      {more > 0 && (
        <p className="px-6 py-3 text-fine text-quiet">{desk.moreOnceRead({ count: more })}</p>
      )}
    </nav>
  );
}

type ItemProps = { item: Queue["items"][number] };

function Title({ item }: ItemProps) {
  const isPlain = !isGated(item);
  return (
    <span
      dir={isPlain ? "auto" : undefined}
      className={`text-ui ${isPlain ? "line-clamp-1 font-medium" : "line-clamp-2"}`}
    >
      <StoryName story={item} />
    </span>
  );
}

/** What is pressing of it, how long it waits, and who has it open. */
function Facts({ item }: ItemProps) {
  const { waitsFor, waitingSince, reportedSince, submittedAt, heldBy } = item;
  const kind = kinds[waitsFor];
  return (
    <span className="text-fine text-quiet">
      {item.careMark && <b className="font-semibold text-thread">{desk.itemCare()} · </b>}
      {item.putFirst && <b className="font-semibold text-ink">{desk.itemFirst()} · </b>}
      {kind && `${kind()} · `}
      {waitingSince && reportedSince && `${desk.itemReported()} · `}
      {item.picture && `${desk.itemPicture()} · `}
      {ageOf(waitingSince ?? reportedSince ?? submittedAt)}
      {heldBy && !heldBy.byViewer && (
        <>
          {" · "}
          {desk.hasIt({ name: heldBy.who, who: (name) => <bdi>{name}</bdi> })}
        </>
      )}
    </span>
  );
}
