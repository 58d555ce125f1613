import { oldSentence } from "#lib/helplines/old-words.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { countOldHelplines } from "#lib/helplines/queries.ts";

/** At the desk, one quiet line for whoever can do something about it. */
export async function OldHelplinesLine({ viewer }: { viewer: Viewer }) {
  const count = await countOldHelplines(viewer);
  if (count === 0) return null;
  return (
    <p className="mb-8 text-ui text-quiet">
      {oldSentence(count)}:{" "}
      <a href="/moderation/helplines">look at {count === 1 ? "it" : "them"}</a>.
    </p>
  );
}
