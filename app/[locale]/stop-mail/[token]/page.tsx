import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { StopForm } from "#components/notifications/stop-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as mail from "#lib/generated/messages/mail.ts";
import { hasContact } from "#lib/notifications/queries.ts";
import { storyOfStopToken } from "#lib/notifications/stop-link.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: mail.stop(),
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
        <PageHeading title={mail.stopAsk()}>
          <p>{mail.stopAskWhy()}</p>
        </PageHeading>
        <StopForm token={token} />
      </Page>
    );
  }
  return (
    <Page>
      <PageHeading title={mail.stopped()}>
        <p>{mail.stoppedWhy()}</p>
      </PageHeading>
      <div className="space-y-4 text-ui">
        <p>{mail.stoppedElse()}</p>
        <p>{mail.stoppedWay({ link: (words) => <a href={signInTo("/my")}>{words}</a> })}</p>
        <p className="text-quiet">{mail.stoppedOnItsWay()}</p>
      </div>
    </Page>
  );
}
