import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { ChangeForm } from "#components/stories/change-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { Status } from "#lib/generated/prisma/enums.ts";
import { helplinesAtHand } from "#lib/helplines/at-hand.ts";
import { renditionName, renditionWidths } from "#lib/pictures/renditions.ts";
import { getOwnStory } from "#lib/stories/own/queries.ts";
import { visitOf } from "#lib/stories/own/visit.ts";
import { getStoryForChange } from "#lib/stories/queries.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Change your story",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export default async function ChangeStory({
  params,
  searchParams,
}: PageProps<"/my/[token]/change">) {
  const { token: way } = await params;
  const visit = await visitOf(way);
  const story = await getStoryForChange(visit);
  if (!story) notFound();
  const asked = (await searchParams).from === "proposal";
  const proposal = asked ? ((await getOwnStory(visit))?.proposal ?? null) : null;
  const { picture, ...shown } = story;
  const [smallest = 0] = picture ? renditionWidths(picture.width) : [];
  return (
    <Page>
      <PageHeading title={story.open ? "Change your story" : "This story can’t be changed now"}>
        {proposal && <p>These are the words that the moderator proposes. Make them your own.</p>}
        <p>{story.open ? whatHappens(story.status) : "Its page says how it stands."}</p>
      </PageHeading>
      <ChangeForm
        way={way}
        story={shown}
        proposed={proposal?.text}
        pictureSrc={
          picture && `/my/${way}/pictures/${picture.id}/${renditionName(smallest, "jpg")}`
        }
        helplines={await helplinesAtHand()}
        submissionKey={newSubmissionKey()}
      />
    </Page>
  );
}

function whatHappens(status: Status): string {
  return status === "PUBLISHED"
    ? "A moderator reads the change first. Until then, what is published stays as it is; only content warnings that you add count at once."
    : "What you send takes the place of what you sent before. A moderator reads it again.";
}
