import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";

/** Stands with every story that readers see. */
export function ReportLink({ id }: { id: string }) {
  return (
    <a href={localized(`/stories/${id}/report`)} rel="nofollow" className="report-link">
      {reading.report()}
    </a>
  );
}
