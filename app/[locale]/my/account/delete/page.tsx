import type { Metadata } from "next";
import { LeavingPage } from "#components/accounts/own/leaving-page.tsx";
import { Page } from "#components/layout/page.tsx";
import { getLeave } from "#lib/accounts/own/leaving/queries.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: accounts.deleteTitle(),
  robots: { index: false, follow: false },
  referrer: "same-origin",
});

export default async function DeleteAccount() {
  const leave = await getLeave(await getViewer());
  // The same for who is signed in and who is not: the last page is the answer to the form, after
  // the session has ended, and is shown where the form was.
  return (
    <Page>
      <LeavingPage leave={leave} />
    </Page>
  );
}
