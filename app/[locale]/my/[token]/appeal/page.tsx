import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { AppealForm } from "#components/stories/own/appeal-form.tsx";
import { ModeratorWords } from "#components/stories/own/moderator-words.tsx";
import { OwnStory } from "#components/stories/own/own-story.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { Status } from "#lib/generated/prisma/enums.ts";
import { getOwnStory } from "#lib/stories/own/queries.ts";
import { visitOf } from "#lib/stories/own/visit.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: "Appeal",
  robots: { index: false, follow: false },
  referrer: "same-origin",
});

const rejected: Partial<Record<Status, string>> = {
  PUBLISHED: "Your change was not published.",
  TAKEN_DOWN: "Your story was taken down.",
};

export default async function Appeal({ params }: PageProps<"/[locale]/my/[token]/appeal">) {
  const story = await getOwnStory(await visitOf((await params).token));
  if (!story) notFound();
  const { way, status, lastDecision, can } = story;
  const open = can.appeal && lastDecision !== null;
  return (
    <Page>
      <PageHeading title={open ? "Appeal" : "Nothing to appeal against"}>
        <p>
          {open
            ? `${rejected[status] ?? "Your story was not published."} It is looked at again with what you write here, by another moderator wherever there is one. You can do this once.`
            : "There is no decision on your story just now that could be looked at again. Its page says how it stands."}
        </p>
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
