import { Page } from "#components/layout/page.tsx";
import { StoryForm } from "#components/stories/story-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { OpenCall } from "#lib/calls/queries.ts";
import * as submit from "#lib/generated/messages/submit.ts";
import { helplinesAtHand } from "#lib/helplines/at-hand.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";

/**
 * The form of a call. When no call is open the form is there too, in the same place, and shows
 * itself only to someone whose call closed while they wrote: React brings their words back to it.
 */
export async function SharePage({ call }: { call: OpenCall | null }) {
  return (
    <Page current="share">
      {call ? (
        <PageHeading title={call.title}>
          <p className="whitespace-pre-line">{call.prompt}</p>
          <p className="mt-3">{submit.noAccountNeeded()}</p>
        </PageHeading>
      ) : (
        <PageHeading title={submit.noCallOpen()}>
          <p>{submit.noCallOpenWhy()}</p>
        </PageHeading>
      )}
      <StoryForm
        call={call && { slug: call.slug, themes: call.themes }}
        helplines={await helplinesAtHand()}
        submissionKey={newSubmissionKey()}
      />
    </Page>
  );
}
