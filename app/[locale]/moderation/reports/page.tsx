import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { ReportedList } from "#components/reports/reported-list.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as desk from "#lib/generated/messages/desk.ts";
import { listReportedStories } from "#lib/reports/queries.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: desk.reports(),
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
        <PageHeading title={desk.reports()}>
          <p>
            {list.reported === 0
              ? desk.reportsGather()
              : desk.reportsIntro({ count: list.reported })}
          </p>
        </PageHeading>
        <ReportedList {...list} />
      </main>
    </Desk>
  );
}
