import { HelplineNote } from "#components/helplines/helpline-note.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DoneNote } from "#components/ui/done-note.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import * as reports from "#lib/generated/messages/reports.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";

type ReportArrivedProps = { storyId: string; withHelpline: boolean };

/** That a report arrived, and what becomes of it. */
export function ReportArrived({ storyId, withHelpline }: ReportArrivedProps) {
  return (
    <>
      <PageHeading title={reports.thankYou()} />
      <div className="space-y-8">
        <DoneNote sentence={reports.arrived()} />
        <div className="space-y-3">
          <p>{reports.next()}</p>
          <p className="text-quiet">{reports.unknownReader()}</p>
        </div>
        {withHelpline && <HelplineNote />}
        <p className="flex flex-wrap items-center gap-4">
          <ButtonLink tone="quiet" href={localized("/")}>
            {reports.back()}
          </ButtonLink>
          <a
            href={localized(`/stories/${storyId}`)}
            className="inline-flex min-h-target items-center text-ui"
          >
            {reading.backToStory()}
          </a>
        </p>
      </div>
    </>
  );
}
