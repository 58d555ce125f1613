import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import {
  CallsChart,
  FirstDecisionChart,
  KindsChart,
  ReasonsChart,
  ReversalsChart,
  WaitingChart,
  WarningsChart,
} from "#components/moderation/insights/charts.tsx";
import { InsightsFilters } from "#components/moderation/insights/insights-filters.tsx";
import { KeyFigures } from "#components/moderation/insights/key-figures.tsx";
import { Day } from "#components/ui/day.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as records from "#lib/generated/messages/records.ts";
import { getInsights } from "#lib/moderation/insights/queries.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: records.insights(),
  robots: { index: false, follow: false },
});

export default async function InsightsPage({
  searchParams,
}: PageProps<"/[locale]/moderation/insights">) {
  const viewer = await getViewer();
  const insights = await getInsights(viewer, await searchParams);
  if (!viewer) redirect(signInTo("/moderation/insights"));
  if (!insights) notFound();
  const { filter, period, calls } = insights;
  const call = calls.find(({ value }) => value === filter.call);
  const days = {
    from: () => <Day iso={period.from} />,
    to: () => <Day iso={period.to} />,
  };
  return (
    <Desk viewer={viewer} current="insights">
      <main className="insights">
        <PageHeading title={records.insights()}>
          <p>
            {call
              ? records.insightsIntroOfCall({
                  ...days,
                  title: call.label,
                  call: (words) => <bdi>{words}</bdi>,
                })
              : records.insightsIntro(days)}
          </p>
        </PageHeading>
        <InsightsFilters filter={filter} period={period} calls={calls} />
        <KeyFigures insights={insights} />
        <div className="insight-grid">
          <WaitingChart insights={insights} />
          <FirstDecisionChart insights={insights} />
          <KindsChart insights={insights} />
          <ReasonsChart insights={insights} />
          <WarningsChart insights={insights} />
          <ReversalsChart insights={insights} />
          <CallsChart insights={insights} />
        </div>
      </main>
    </Desk>
  );
}
