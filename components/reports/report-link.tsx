import * as reports from "#lib/generated/messages/reports.ts";
import { localized } from "#lib/locale.ts";

/** Stands with every story that readers see. */
export function ReportLink({ id }: { id: string }) {
  return (
    <a href={localized(`/stories/${id}/report`)} rel="nofollow" className="report-link">
      {reports.report()}
    </a>
  );
}
