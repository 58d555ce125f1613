import { DoneNote } from "#components/ui/done-note.tsx";
import { UndoNote } from "#components/moderation/undo-note.tsx";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { getUndoable, isUndone } from "#lib/moderation/undo/queries.ts";

type Asked = Record<string, string | string[] | undefined>;

type DeskNoteProps = {
  viewer: Viewer;
  asked: Asked;
  /** The part of the queue that it is shown in (lib/moderation/queue/schema.ts). */
  queue: string;
};

/** What the address says was just done at the desk, where that is so. */
export async function DeskNote({ viewer, asked, queue }: DeskNoteProps) {
  const { decided, undone } = asked;
  if (typeof undone === "string") {
    if (!(await isUndone(viewer, undone))) return null;
    return (
      <div className="mb-8">
        <DoneNote sentence="Undone. The story stands as it did, and no mail went out." />
      </div>
    );
  }
  if (typeof decided !== "string") return null;
  // Also when it is too late: that is said to who pressed the button all the same.
  return <UndoNote key={decided} decision={await getUndoable(viewer, decided)} queue={queue} />;
}
