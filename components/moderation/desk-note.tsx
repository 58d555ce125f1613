import { OldHelplinesLine } from "#components/helplines/old-helplines-line.tsx";
import { DoneNote } from "#components/ui/done-note.tsx";
import { UndoNote } from "#components/moderation/undo-note.tsx";
import type { Viewer } from "#lib/accounts/viewer.ts";
import * as desk from "#lib/generated/messages/desk.ts";
import { getUndoable, isUndone } from "#lib/moderation/undo/queries.ts";

type Asked = Record<string, string | string[] | undefined>;

type DeskNoteProps = {
  viewer: Viewer;
  asked: Asked;
  /** The part of the queue that it is shown in (lib/moderation/queue/schema.ts). */
  queue: string;
};

/** What was just done at the desk; and for whoever only comes, what else is theirs to look at. */
export function DeskNote(props: DeskNoteProps) {
  const { viewer, asked } = props;
  const comes = asked.decided === undefined && asked.undone === undefined;
  return (
    <>
      {comes && <OldHelplinesLine viewer={viewer} />}
      <DoneLast {...props} />
    </>
  );
}

/** What the address says was done, where that is so, or what was done last. */
async function DoneLast({ viewer, asked: { decided, undone }, queue }: DeskNoteProps) {
  if (typeof undone === "string") {
    if (!(await isUndone(viewer, undone))) return null;
    return (
      <div className="mb-8">
        <DoneNote sentence={desk.undone()} />
      </div>
    );
  }
  const asked = typeof decided === "string" ? decided : null;
  const decision = await getUndoable(viewer, asked);
  const key = asked ?? decision?.id;
  // Also when it is too late: that is said to who pressed the button all the same.
  if (!key) return null;
  return <UndoNote key={key} decision={decision} queue={queue} fresh={asked !== null} />;
}
