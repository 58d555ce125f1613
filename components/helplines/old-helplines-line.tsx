import type { Viewer } from "#lib/accounts/viewer.ts";
import * as said from "#lib/generated/messages/helplines.ts";
import { countOldHelplines } from "#lib/helplines/queries.ts";
import { localized } from "#lib/locale.ts";

/** At the desk, one quiet line for whoever can do something about it. */
export async function OldHelplinesLine({ viewer }: { viewer: Viewer }) {
  const count = await countOldHelplines(viewer);
  if (count === 0) return null;
  return (
    <p className="mb-8 text-ui text-quiet">
      {said.oldLook({
        count,
        link: (words) => <a href={localized("/moderation/helplines")}>{words}</a>,
      })}
    </p>
  );
}
