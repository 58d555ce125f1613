import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Thread } from "#components/ui/thread.tsx";

/** Nobody waits: every thread has reached its end. */
export function EmptyQueue({ note }: { note: ReactNode }) {
  return (
    <main className="mx-auto w-full max-w-measure px-gutter pt-16 pb-24 sm:pt-28">
      {note}
      <h1 className="font-serif text-title font-medium tracking-[-0.018em]">Nothing is waiting</h1>
      <Thread reach={1} className="my-6" />
      <p className="max-w-[30rem] text-lead text-quiet">
        Every story has been read. Thank you. New ones appear here, the oldest first.
      </p>
      <ButtonLink tone="quiet" href="/" className="mt-7">
        Read the stories
      </ButtonLink>
    </main>
  );
}
