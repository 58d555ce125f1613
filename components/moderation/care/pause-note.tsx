import { Notice } from "#components/ui/notice.tsx";
import { localized } from "#lib/locale.ts";

/** After so many heavy stories in a row: something lighter, or a pause. It stands in nobody's way. */
export function PauseNote({ heavy }: { heavy: number }) {
  return (
    <Notice title={`The last ${heavy} stories were heavy ones`} className="mb-6">
      <p>
        You can <a href={localized("/moderation?lighter=1")}>read lighter ones</a> for a while. Or
        take a few minutes. The queue keeps.
      </p>
    </Notice>
  );
}
