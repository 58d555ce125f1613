import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { OwnStory } from "#components/stories/own/own-story.tsx";
import { WithdrawForm } from "#components/stories/own/withdraw-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { localized } from "#lib/locale.ts";
import { getOwnStory } from "#lib/stories/own/queries.ts";
import { visitOf } from "#lib/stories/own/visit.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: "Withdraw your story",
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
      <PageHeading title="Withdraw your story?">
        <p>
          {status === "PUBLISHED" && "It leaves the site within seconds. "}
          Its words, its picture, your name and your e-mail address are erased, here and for good.
          This can’t be undone, and you don’t have to say why.
          {contact && " One last mail confirms it."}
        </p>
      </PageHeading>
      <WithdrawForm way={way} />
      <div className="mt-14">
        <OwnStory story={story} />
      </div>
    </Page>
  );
}
