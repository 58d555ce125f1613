import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OwnAccount } from "#components/accounts/own/own-account.tsx";
import { Page } from "#components/layout/page.tsx";
import { DoneNote } from "#components/ui/done-note.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getOwnAccount } from "#lib/accounts/own/queries.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: accounts.yourAccount(),
  robots: { index: false, follow: false },
  referrer: "same-origin",
});

export default async function MyAccount({ searchParams }: PageProps<"/[locale]/my/account">) {
  const account = await getOwnAccount(await getViewer());
  if (!account) redirect(signInTo("/my/account"));
  const { done, form } = await searchParams;
  return (
    <Page>
      <PageHeading title={accounts.yourAccount()}>
        <p>
          <a href={localized("/my")} className="inline-flex min-h-target items-center text-ui">
            {accounts.yourStories()}
          </a>
        </p>
      </PageHeading>
      {done === "named" && (
        <div className="mb-10">
          <DoneNote sentence={accounts.saved()} />
        </div>
      )}
      <OwnAccount account={account} formKey={String(form)} />
    </Page>
  );
}
