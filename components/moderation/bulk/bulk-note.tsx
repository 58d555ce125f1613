import { BatchNote } from "#components/moderation/bulk/batch-note.tsx";
import { storiesStand } from "#components/moderation/bulk/words.ts";
import { DoneNote } from "#components/ui/done-note.tsx";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { countUndone, getUndoableBatch } from "#lib/moderation/bulk/queries.ts";

type BulkNoteProps = {
  viewer: Viewer;
  asked: Record<string, string | string[] | undefined>;
  /** The query of the page that it is on. */
  query: string;
};

/** What the address says was just done with several stories, where that is so. */
export async function BulkNote({ viewer, asked: { batch, undone }, query }: BulkNoteProps) {
  if (typeof undone === "string") {
    const count = await countUndone(viewer, undone);
    return count > 0 ? (
      <div className="mb-8">
        <DoneNote sentence={storiesStand(count)} />
      </div>
    ) : null;
  }
  if (typeof batch !== "string") return null;
  // Also when it is too late: that is said to who pressed the button all the same.
  return <BatchNote key={batch} batch={await getUndoableBatch(viewer, batch)} query={query} />;
}
