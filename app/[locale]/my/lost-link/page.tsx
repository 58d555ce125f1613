import type { Metadata } from "next";
import { Page } from "#components/layout/page.tsx";
import { LostLinkForm } from "#components/notifications/lost-link-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { env } from "#lib/env.ts";
import { localized } from "#lib/locale.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: "Lost your private link?",
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
      <PageHeading title="Lost your private link?">
        <p>
          If you gave an e-mail address with your story, we can send you the link again. Without
          one, nobody can tell that the story is yours, and neither can we.
        </p>
      </PageHeading>
      <LostLinkForm />
    </>
  );
}

/** The same whether or not there is a story: anyone could type anyone's address. */
function Sent() {
  return (
    <>
      <PageHeading title="Check your mail">
        <p>
          If stories were sent with this address, a mail with their private links is on its way.
          Otherwise none is.
        </p>
      </PageHeading>
      <div className="space-y-6">
        {!env().SMTP_URL && (
          <Notice title="This site sends no mail yet">
            <p>Its mail is shown where the server was started, and kept in a file there.</p>
          </Notice>
        )}
        <p className="text-ui text-quiet">
          Nothing there after a few minutes? Please look in your spam folder, or{" "}
          <a href={localized("/my/lost-link")} className="text-ink">
            try another address
          </a>
          .
        </p>
      </div>
    </>
  );
}
