import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { OwnStory } from "#components/stories/own-story.tsx";
import { PrivateLink } from "#components/stories/private-link.tsx";
import { statusWords } from "#components/stories/status-words.ts";
import { StorySteps } from "#components/stories/story-steps.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requiredSetting } from "#lib/env.ts";
import { getOwnStory } from "#lib/stories/queries.ts";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Your story",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default async function MyStory({ params }: PageProps<"/my/[token]">) {
  const { token } = await params;
  const story = await getOwnStory(token);
  if (!story) notFound();
  const { title, meaning } = statusWords[story.status];
  const withdrawn = story.status === "WITHDRAWN";
  // Until something has happened, what matters most is not to lose the way back here.
  const waiting = story.status === "PENDING";
  const link = <PrivateLink url={`${requiredSetting("SITE_URL")}/my/${token}`} />;
  return (
    <Page>
      <PageHeading title={title}>
        <p>{meaning}</p>
      </PageHeading>
      <div className="space-y-14">
        {story.status === "PUBLISHED" && (
          <ButtonLink href={`/stories/${story.id}`}>Read it on the site</ButtonLink>
        )}
        {story.status === "CHANGES_REQUESTED" && (
          <ButtonLink href="/share">Share it again</ButtonLink>
        )}
        {waiting && link}
        <section aria-labelledby="steps">
          <h2 id="steps" className="mb-5 text-ui font-semibold">
            What happened
          </h2>
          <StorySteps story={story} />
        </section>
        {!waiting && !withdrawn && link}
        {!withdrawn && <OwnStory story={story} />}
        {!withdrawn && (
          <ButtonLink tone="risk" href={`/my/${token}/withdraw`}>
            Withdraw this story
          </ButtonLink>
        )}
      </div>
    </Page>
  );
}
