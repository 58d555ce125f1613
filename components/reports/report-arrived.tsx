import { HelplineNote } from "#components/helplines/helpline-note.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DoneNote } from "#components/ui/done-note.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";

/** That a report arrived, and what becomes of it. */
export function ReportArrived({ withHelpline }: { withHelpline: boolean }) {
  return (
    <>
      <PageHeading title="Thank you for telling us" />
      <div className="space-y-8">
        <DoneNote sentence="Your report has arrived." />
        <div className="space-y-3">
          <p>
            A moderator reads the story again, with what you told us. They can leave it as it is,
            add a content warning, ask for changes or take it down.
          </p>
          <p className="text-quiet">
            We don’t know who you are, so we can’t write to you about it. If you report the story
            again before then, that takes the place of this report.
          </p>
        </div>
        {withHelpline && <HelplineNote />}
        <ButtonLink tone="quiet" href="/">
          Back to the stories
        </ButtonLink>
      </div>
    </>
  );
}
