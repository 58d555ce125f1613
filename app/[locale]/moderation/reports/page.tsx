import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { ReportedList } from "#components/reports/reported-list.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import { listReportedStories } from "#lib/reports/queries.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: "Reports",
  robots: { index: false, follow: false },
});

export default async function ReportsPage() {
  const viewer = await getViewer();
  const list = await listReportedStories(viewer);
  if (!viewer) redirect(signInTo("/moderation/reports"));
  if (!list) notFound();
  return (
    <Desk viewer={viewer} current="reports">
      <main className="reports-page">
        <PageHeading title="Reports">
          <p>
            {list.reported === 0
              ? "What readers report about published stories gathers here."
              : `${list.reported === 1 ? "1 story" : `${list.reported} stories`} that readers reported. Those behind a gate come first, then those that have waited longest. One decision answers all reports on a story.`}
          </p>
        </PageHeading>
        <ReportedList {...list} />
      </main>
    </Desk>
  );
}
