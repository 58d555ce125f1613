import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { AppealForm } from "#components/stories/own/appeal-form.tsx";
import { ModeratorWords } from "#components/stories/own/moderator-words.tsx";
import { OwnStory } from "#components/stories/own/own-story.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import * as own from "#lib/generated/messages/own.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";
import { getOwnStory } from "#lib/stories/own/queries.ts";
import { visitOf } from "#lib/stories/own/visit.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: own.appeal(),
  robots: { index: false, follow: false },
  referrer: "same-origin",
});

const why: Partial<Record<Status, () => string>> = {
  PUBLISHED: own.appealOfChange,
  TAKEN_DOWN: own.appealOfTakingDown,
};

export default async function Appeal({ params }: PageProps<"/[locale]/my/[token]/appeal">) {
  const story = await getOwnStory(await visitOf((await params).token));
  if (!story) notFound();
  const { way, status, lastDecision, can } = story;
  const open = can.appeal && lastDecision !== null;
  return (
    <Page>
      <PageHeading title={open ? own.appeal() : own.appealNothing()}>
        <p>{open ? (why[status] ?? own.appealOfRejection)() : own.appealNothingWhy()}</p>
      </PageHeading>
      {open && (
        <div className="own-reason mb-10">
          <ModeratorWords {...lastDecision} />
        </div>
      )}
      {/* One place in the tree, or what was posted to it would not come back. */}
      <AppealForm way={way} open={open} />
      {open && (
        <div className="mt-14">
          <OwnStory story={story} />
        </div>
      )}
    </Page>
  );
}
