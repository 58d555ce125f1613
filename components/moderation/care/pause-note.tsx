import { Notice } from "#components/ui/notice.tsx";
import * as care from "#lib/generated/messages/care.ts";
import { localized } from "#lib/locale.ts";

/** After so many heavy stories in a row: something lighter, or a pause. It stands in nobody's way. */
export function PauseNote({ heavy }: { heavy: number }) {
  return (
    <Notice title={care.heavyOnes({ count: heavy })} className="mb-6">
      <p>
        {care.pause({
          lighter: (words) => <a href={localized("/moderation?lighter=1")}>{words}</a>,
        })}
      </p>
    </Notice>
  );
}
