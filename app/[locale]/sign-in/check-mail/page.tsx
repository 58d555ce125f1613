import type { Metadata } from "next";
import { Page } from "#components/layout/page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { localized } from "#lib/locale.ts";
import { localPath, withQuery } from "#lib/accounts/local-path.ts";
import { env } from "#lib/env.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: "Check your mail",
  robots: { index: false, follow: false },
});

export default async function CheckMail({
  searchParams,
}: PageProps<"/[locale]/sign-in/check-mail">) {
  const next = localPath((await searchParams).next);
  const sendsMail = Boolean(env().SMTP_URL);
  return (
    <Page>
      <PageHeading title="Check your mail">
        <p>
          {sendsMail ? "A link is on its way to you." : "Your link is ready."} It works once, within
          10 minutes.
        </p>
      </PageHeading>
      <div className="space-y-6">
        {!sendsMail && (
          <Notice title="This site sends no mail yet">
            <p>Its mail is shown where the server was started, and kept in a file there.</p>
          </Notice>
        )}
        <p className="text-ui text-quiet">
          Nothing there? Please look in your spam folder, or{" "}
          <a href={localized(withQuery("/sign-in", { next }))} className="text-ink">
            type your address again
          </a>
          .
        </p>
      </div>
    </Page>
  );
}
