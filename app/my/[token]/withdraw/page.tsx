import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { OwnStory } from "#components/stories/own-story.tsx";
import { WithdrawForm } from "#components/stories/withdraw-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getOwnStory } from "#lib/stories/queries.ts";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Withdraw your story",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default async function WithdrawStory({ params }: PageProps<"/my/[token]/withdraw">) {
  const { token } = await params;
  const story = await getOwnStory(token);
  if (!story) notFound();
  if (story.status === "WITHDRAWN") redirect(`/my/${token}`);
  return (
    <Page>
      <PageHeading title="Withdraw your story?">
        <p>
          {story.status === "PUBLISHED" && "It leaves the site within seconds. "}
          Its words and your name are erased, here and for good. This can’t be undone, and you don’t
          have to say why.
        </p>
      </PageHeading>
      <WithdrawForm token={token} />
      <div className="mt-14">
        <OwnStory story={story} />
      </div>
    </Page>
  );
}
