import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { StopForm } from "#components/notifications/stop-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { hasContact } from "#lib/notifications/queries.ts";
import { storyOfStopToken } from "#lib/notifications/stop-link.ts";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Mail about your story",
  robots: { index: false, follow: false },
  // Not "no-referrer": see app/sign-in/confirm/page.tsx.
  referrer: "same-origin",
};

/** Opening it changes nothing: programs that look for bad links open every one in a mail. */
export default async function StopMail({ params }: PageProps<"/stop-mail/[token]">) {
  const { token } = await params;
  const storyId = storyOfStopToken(token);
  if (!storyId) notFound();
  if (await hasContact(storyId)) {
    return (
      <Page>
        <PageHeading title="Stop all mail about your story?">
          <p>
            We erase your address. Nobody writes to you about this story any more, also not when
            something is decided on it.
          </p>
        </PageHeading>
        <StopForm token={token} />
      </Page>
    );
  }
  return (
    <Page>
      <PageHeading title="No more mail about your story">
        <p>We have no address for it: what there was is erased.</p>
      </PageHeading>
      <div className="space-y-4 text-ui">
        <p>
          Your story stays as it is. Its private link still works: on that page you see what is
          decided, and can change or withdraw the story.
        </p>
        <p>If you want mail about it again, you can give an address there.</p>
        <p className="text-quiet">A mail that was just being sent may still arrive.</p>
      </div>
    </Page>
  );
}
