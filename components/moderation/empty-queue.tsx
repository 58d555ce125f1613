import type { ReactNode } from "react";
import { QueueList } from "#components/moderation/queue-list.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Thread } from "#components/ui/thread.tsx";
import { localized } from "#lib/locale.ts";
import type { Queue } from "#lib/moderation/queue/queries.ts";
import { type QueueFilter, isNarrowed, queueQuery } from "#lib/moderation/queue/schema.ts";

type EmptyQueueProps = {
  queue: Queue;
  filter: QueueFilter;
  /** Whether a story for whoever looks has come in since. */
  hasNext: boolean;
  note: ReactNode;
};

/** Nothing is there to read next: every thread has reached its end, or others hold it. */
export function EmptyQueue({ queue, filter, hasNext, note }: EmptyQueueProps) {
  if (queue.waiting === 0) return <AllRead note={note} />;
  const words = wordsFor(queue, hasNext);
  return (
    <div className="desk">
      <main className="desk-main">
        {note}
        <h1 className="font-serif text-title font-medium tracking-[-0.018em]">{words.title}</h1>
        <p className="mt-4 max-w-[30rem] text-lead text-quiet">{words.sentence}</p>
        <p className="mt-7 flex flex-wrap gap-4">
          {isNarrowed(filter) && (
            <ButtonLink href={localized("/moderation")}>See the whole queue</ButtonLink>
          )}
          <ButtonLink tone="quiet" href={localized(`/moderation${queueQuery(filter)}`)}>
            {words.again}
          </ButtonLink>
        </p>
      </main>
      <QueueList queue={queue} filter={filter} current={null} />
    </div>
  );
}

function wordsFor({ matching }: Queue, hasNext: boolean) {
  if (hasNext) {
    return {
      title: "A story has come in",
      sentence: "It is there for you, whenever you are ready.",
      again: "Open the next story",
    };
  }
  if (matching === 0) {
    return {
      title: "Nothing like this is waiting",
      sentence: "What waits is of another kind.",
      again: "Look again",
    };
  }
  return {
    title: "Nothing here waits for you",
    sentence: "Others have it open, or it is theirs to decide. You can still open and read it.",
    again: "Look again",
  };
}

function AllRead({ note }: { note: ReactNode }) {
  return (
    <main className="mx-auto w-full max-w-measure px-gutter pt-16 pb-24 sm:pt-28">
      {note}
      <h1 className="font-serif text-title font-medium tracking-[-0.018em]">Nothing is waiting</h1>
      <Thread reach={1} className="my-6" />
      <p className="max-w-[30rem] text-lead text-quiet">
        Every story has been read. Thank you. New ones appear here by themselves, the oldest first.
      </p>
      <ButtonLink tone="quiet" href={localized("/")} className="mt-7">
        Read the stories
      </ButtonLink>
    </main>
  );
}
