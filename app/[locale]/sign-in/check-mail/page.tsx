import type { Metadata } from "next";
import { Page } from "#components/layout/page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { localized } from "#lib/locale.ts";
import { wayOnOf, withQuery } from "#lib/accounts/local-path.ts";
import { env } from "#lib/env.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: accounts.checkMail(),
  robots: { index: false, follow: false },
});

export default async function CheckMail({
  searchParams,
}: PageProps<"/[locale]/sign-in/check-mail">) {
  const next = wayOnOf((await searchParams).next);
  const sendsMail = Boolean(env().SMTP_URL);
  return (
    <Page>
      <PageHeading title={accounts.checkMail()}>
        <p>{sendsMail ? accounts.linkSent() : accounts.linkReady()}</p>
      </PageHeading>
      <div className="space-y-6">
        {!sendsMail && (
          <Notice title={accounts.noMailYet()}>
            <p>{accounts.noMailYetWhere()}</p>
          </Notice>
        )}
        <p className="text-ui text-quiet">
          {accounts.nothingThere({
            again: (words) => (
              <a href={localized(withQuery("/sign-in", { next }))} className="text-ink">
                {words}
              </a>
            ),
          })}
        </p>
      </div>
    </Page>
  );
}
