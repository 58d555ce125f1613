import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { ChangeForm } from "#components/stories/change-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import * as submit from "#lib/generated/messages/submit.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";
import { helplinesAtHand } from "#lib/helplines/at-hand.ts";
import { renditionName, renditionWidths } from "#lib/pictures/renditions.ts";
import { getOwnStory } from "#lib/stories/own/queries.ts";
import { visitOf } from "#lib/stories/own/visit.ts";
import { getStoryForChange } from "#lib/stories/queries.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: submit.changeYourStory(),
  robots: { index: false, follow: false },
  referrer: "same-origin",
});

export default async function ChangeStory({
  params,
  searchParams,
}: PageProps<"/[locale]/my/[token]/change">) {
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
      <PageHeading title={story.open ? submit.changeYourStory() : submit.notChangeable()}>
        {proposal && <p>{submit.changeProposed()}</p>}
        <p>{story.open ? whatHappens(story.status) : submit.notChangeableWhy()}</p>
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
  return status === "PUBLISHED" ? submit.changeOfPublished() : submit.changeOfUnpublished();
}
