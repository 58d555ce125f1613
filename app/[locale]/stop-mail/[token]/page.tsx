import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { StopForm } from "#components/notifications/stop-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { signInTo } from "#lib/accounts/local-path.ts";
import { hasContact } from "#lib/notifications/queries.ts";
import { storyOfStopToken } from "#lib/notifications/stop-link.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: "Mail about your story",
  robots: { index: false, follow: false },
  // Not "no-referrer": see app/sign-in/confirm/page.tsx.
  referrer: "same-origin",
});

/**
 * Opening it changes nothing: programs that look for bad links open every one in a mail. Without an
 * address it says the same of every story, claimed, withdrawn or gone: the mail may have gone to a
 * stranger whose address was mistyped.
 */
export default async function StopMail({ params }: PageProps<"/[locale]/stop-mail/[token]">) {
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
          Nothing else changes. Unless you have withdrawn your story, it has its own page as before:
          there you see what is decided and what you can do, and can give an address again if you
          want mail.
        </p>
        <p>
          You get there by its private link or, if you keep it in an account, by{" "}
          <a href={signInTo("/my")}>signing in</a>.
        </p>
        <p className="text-quiet">A mail that was just being sent may still arrive.</p>
      </div>
    </Page>
  );
}
