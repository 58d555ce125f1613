import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoAccount } from "#components/accounts/own/no-account.tsx";
import { NoOwnStories } from "#components/accounts/own/no-own-stories.tsx";
import { OwnStories } from "#components/accounts/own/own-stories.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listOwnStories } from "#lib/accounts/own/queries.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: accounts.yourStories(),
  robots: { index: false, follow: false },
  referrer: "same-origin",
});

export default async function MyStories({ searchParams }: PageProps<"/[locale]/my">) {
  const { older } = await searchParams;
  const viewer = await getViewer();
  if (!viewer) {
    return (
      <Page>
        <NoAccount />
      </Page>
    );
  }
  const list = await listOwnStories(viewer, older === undefined ? null : String(older));
  if (!list) notFound();
  return (
    <Page>
      <PageHeading title={older === undefined ? accounts.yourStories() : accounts.olderStories()}>
        <p>
          {accounts.inAccount({
            name: viewer.email ?? viewer.name ?? "",
            who: (name) => <bdi className="break-words text-ink">{name}</bdi>,
          })}
        </p>
        <p>
          <a
            href={localized("/my/account")}
            className="inline-flex min-h-target items-center text-ui"
          >
            {accounts.yourAccount()}
          </a>
        </p>
      </PageHeading>
      {list.stories.length > 0 ? <OwnStories {...list} /> : <NoOwnStories />}
    </Page>
  );
}
