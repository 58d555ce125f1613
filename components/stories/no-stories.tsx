import { Thread } from "#components/ui/thread.tsx";
import * as reading from "#lib/generated/messages/reading.ts";

/** The feed before its first story: a thread that has only its knot. */
export function NoStories({ open }: { open: boolean }) {
  return (
    <div>
      <p className="words">{open ? reading.firstCouldBeYours() : reading.willAppear()}</p>
      <Thread reach={0} className="mt-5 mb-2" />
      {open && <p className="text-small text-quiet">{reading.readByPerson()}</p>}
    </div>
  );
}
