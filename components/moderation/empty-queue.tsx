import type { ReactNode } from "react";
import { QueueList } from "#components/moderation/queue-list.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Thread } from "#components/ui/thread.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
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
            <ButtonLink href={localized("/moderation")}>{desk.wholeQueue()}</ButtonLink>
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
      title: desk.storyHasComeIn(),
      sentence: desk.thereForYou(),
      again: desk.openNext(),
    };
  }
  if (matching === 0) {
    return {
      title: desk.noneLikeThis(),
      sentence: desk.otherKindsWait(),
      again: desk.lookAgain(),
    };
  }
  return {
    title: desk.noneForYou(),
    sentence: desk.othersHaveIt(),
    again: desk.lookAgain(),
  };
}

function AllRead({ note }: { note: ReactNode }) {
  return (
    <main className="mx-auto w-full max-w-measure px-gutter pt-16 pb-24 sm:pt-28">
      {note}
      <h1 className="font-serif text-title font-medium tracking-[-0.018em]">{desk.allRead()}</h1>
      <Thread reach={1} className="my-6" />
      <p className="max-w-[30rem] text-lead text-quiet">{desk.allReadThanks()}</p>
      <ButtonLink tone="quiet" href={localized("/")} className="mt-7">
        {desk.readStories()}
      </ButtonLink>
    </main>
  );
}
