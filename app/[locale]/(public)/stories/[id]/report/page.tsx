import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { ReportArrived } from "#components/reports/report-arrived.tsx";
import { ReportForm } from "#components/reports/report-form.tsx";
import { bylineName } from "#components/stories/byline.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import * as reports from "#lib/generated/messages/reports.ts";
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
    title: arrived ? reports.arrivedTitle() : reports.reportStory(),
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
        <ReportArrived storyId={id} withHelpline={arrived === "helpline"} />
      ) : (
        <>
          <PageHeading title={reports.reportStory()}>
            <p>
              {reports.about({
                name: bylineName(story.bylineName),
                by: (name) => <bdi>{name}</bdi>,
                link: (words) => <a href={localized(`/stories/${id}`)}>{words}</a>,
              })}
            </p>
          </PageHeading>
          <ReportForm storyId={id} />
        </>
      )}
    </Page>
  );
}
