import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { ReportArrived } from "#components/reports/report-arrived.tsx";
import { ReportForm } from "#components/reports/report-form.tsx";
import { bylineName } from "#components/stories/byline.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { localized } from "#lib/locale.ts";
import { getPublishedStory } from "#lib/stories/queries.ts";

export const dynamic = "force-dynamic";

type Props = PageProps<"/[locale]/stories/[id]/report">;

/** What the address says since it was sent: lib/reports/actions.ts. */
function hasArrived({ arrived }: Awaited<Props["searchParams"]>): "yes" | "helpline" | null {
  return arrived === "yes" || arrived === "helpline" ? arrived : null;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const arrived = hasArrived(await searchParams);
  return {
    title: arrived ? "Your report has arrived" : "Report a story",
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { id } = await params;
  const arrived = hasArrived(await searchParams);
  const story = await getPublishedStory(id);
  if (!story) notFound();
  return (
    <Page>
      {arrived ? (
        <ReportArrived withHelpline={arrived === "helpline"} />
      ) : (
        <>
          <PageHeading title="Report a story">
            <p>
              About{" "}
              <a href={localized(`/stories/${id}`)}>
                the story by <bdi>{bylineName(story.bylineName)}</bdi>
              </a>
              , for the moderators to look at again. We don’t ask who you are, and the storyteller
              does not see what you write.
            </p>
          </PageHeading>
          <ReportForm storyId={id} />
        </>
      )}
    </Page>
  );
}
