import { Page } from "#components/layout/page.tsx";
import { StoryForm } from "#components/stories/story-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { OpenCall } from "#lib/calls/queries.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";

/** The form of a call; without one, that no stories are taken now. */
export function SharePage({ call }: { call: OpenCall | null }) {
  if (!call) return <NoOpenCall />;
  return (
    <Page current="share">
      <PageHeading title={call.title}>
        <p className="whitespace-pre-line">{call.prompt}</p>
        <p className="mt-3">No account needed.</p>
      </PageHeading>
      <StoryForm
        call={{ slug: call.slug, themes: call.themes }}
        submissionKey={newSubmissionKey()}
      />
    </Page>
  );
}

function NoOpenCall() {
  return (
    <Page current="share">
      <PageHeading title="No stories are taken just now">
        <p>
          The last call has closed, and the next one has not opened yet. Please come back: the
          stories told so far are still here to read.
        </p>
      </PageHeading>
      <ButtonLink href="/">Read the stories</ButtonLink>
    </Page>
  );
}
