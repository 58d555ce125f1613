import type { Metadata } from "next";
import { Page } from "#components/layout/page.tsx";
import { LostLinkForm } from "#components/notifications/lost-link-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { env } from "#lib/env.ts";
import * as mail from "#lib/generated/messages/mail.ts";
import { localized } from "#lib/locale.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: mail.lostLink(),
  robots: { index: false, follow: false },
  referrer: "same-origin",
});

export default async function LostLink({ searchParams }: PageProps<"/[locale]/my/lost-link">) {
  const { sent } = await searchParams;
  return <Page>{sent ? <Sent /> : <Ask />}</Page>;
}

function Ask() {
  return (
    <>
      <PageHeading title={mail.lostLink()}>
        <p>{mail.lostLinkWhy()}</p>
      </PageHeading>
      <LostLinkForm />
    </>
  );
}

/** The same whether or not there is a story: anyone could type anyone's address. */
function Sent() {
  return (
    <>
      <PageHeading title={mail.checkMail()}>
        <p>{mail.checkMailWhy()}</p>
      </PageHeading>
      <div className="space-y-6">
        {!env().SMTP_URL && (
          <Notice title={mail.noMailYet()}>
            <p>{mail.noMailYetWhy()}</p>
          </Notice>
        )}
        <p className="text-ui text-quiet">
          {mail.noMailCame({
            link: (words) => (
              <a href={localized("/my/lost-link")} className="text-ink">
                {words}
              </a>
            ),
          })}
        </p>
      </div>
    </>
  );
}
