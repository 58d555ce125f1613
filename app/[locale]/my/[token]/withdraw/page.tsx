import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { OwnStory } from "#components/stories/own/own-story.tsx";
import { WithdrawForm } from "#components/stories/own/withdraw-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import * as own from "#lib/generated/messages/own.ts";
import { localized } from "#lib/locale.ts";
import { getOwnStory } from "#lib/stories/own/queries.ts";
import { visitOf } from "#lib/stories/own/visit.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: own.withdrawYours(),
  robots: { index: false, follow: false },
  referrer: "same-origin",
});

export default async function WithdrawStory({
  params,
}: PageProps<"/[locale]/my/[token]/withdraw">) {
  const story = await getOwnStory(await visitOf((await params).token));
  if (!story) notFound();
  const { way, status, contact } = story;
  if (!story.can.withdraw) redirect(localized(`/my/${way}`));
  return (
    <Page>
      <PageHeading title={own.withdrawAsk()}>
        <p>
          {status === "PUBLISHED" && `${own.withdrawLeaves()} `}
          {own.withdrawErases()}
          {contact && ` ${own.withdrawMailed()}`}
        </p>
      </PageHeading>
      <WithdrawForm way={way} />
      <div className="mt-14">
        <OwnStory story={story} />
      </div>
    </Page>
  );
}
