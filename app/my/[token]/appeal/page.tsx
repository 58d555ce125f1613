import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { AppealForm } from "#components/stories/own/appeal-form.tsx";
import { ModeratorWords } from "#components/stories/own/moderator-words.tsx";
import { OwnStory } from "#components/stories/own/own-story.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getOwnStory } from "#lib/stories/own/queries.ts";
import { visitOf } from "#lib/stories/own/visit.ts";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Appeal",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default async function Appeal({ params }: PageProps<"/my/[token]/appeal">) {
  const story = await getOwnStory(await visitOf((await params).token));
  if (!story) notFound();
  const { way, status, lastDecision } = story;
  if (!story.can.appeal || !lastDecision) redirect(`/my/${way}`);
  return (
    <Page>
      <PageHeading title="Appeal">
        <p>
          {status === "REJECTED" ? "Your story was not published. " : "Your story was taken down. "}
          Another moderator looks at it again, with what you write here. You can do this once.
        </p>
      </PageHeading>
      <div className="own-reason mb-10">
        <ModeratorWords {...lastDecision} />
      </div>
      <AppealForm way={way} />
      <div className="mt-14">
        <OwnStory story={story} />
      </div>
    </Page>
  );
}
