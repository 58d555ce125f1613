import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { LogFilters } from "#components/moderation/log/log-filters.tsx";
import { LogPages } from "#components/moderation/log/log-pages.tsx";
import { LogTable } from "#components/moderation/log/log-table.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as records from "#lib/generated/messages/records.ts";
import { localized } from "#lib/locale.ts";
import { getLog } from "#lib/moderation/log/queries.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: records.log(),
  robots: { index: false, follow: false },
});

export default async function LogPage({ searchParams }: PageProps<"/[locale]/moderation/log">) {
  const viewer = await getViewer();
  const log = await getLog(viewer, await searchParams);
  if (!viewer) redirect(signInTo("/moderation/log"));
  if (!log) notFound();
  return (
    <Desk viewer={viewer} current="log">
      <main className="log-page">
        <PageHeading title={records.log()}>
          <p>{records.logIntro({ all: (words) => <a href={localized("/log")}>{words}</a> })}</p>
        </PageHeading>
        <LogFilters filter={log.filter} choices={log.choices} />
        <LogTable log={log} />
        <LogPages log={log} />
      </main>
    </Desk>
  );
}
