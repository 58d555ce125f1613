import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { LogMonths } from "#components/openness/log-months.tsx";
import { LogYears } from "#components/openness/log-years.tsx";
import { Moment } from "#components/ui/day.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import * as records from "#lib/generated/messages/records.ts";
import { FEWEST } from "#lib/moderation/log/public/months.ts";
import { getPublicLog } from "#lib/moderation/log/public/queries.ts";
import { alternatesOf } from "#lib/site/alternates.ts";

// On demand, then from the cache, like the feed. Counted anew after a minute: what is rejected tells
// readers nothing, so there is nothing to forget it by.
export const generateStaticParams = () => [];
export const revalidate = 60;

type Params = PageProps<"/[locale]/log/[[...year]]">["params"];

/** Null for the newest months; anything but `/log` and `/log/<year>` is not found. */
async function readPath(params: Params): Promise<number | null> {
  const { year: path } = await params;
  if (!path) return null;
  const [year, ...rest] = path;
  if (!year || !/^20\d\d$/.test(year) || rest.length > 0) notFound();
  return Number(year);
}

const titleOf = (year: number | null) =>
  year === null ? records.whatWeDecide() : records.whatWeDecidedIn({ year });

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/log/[[...year]]">): Promise<Metadata> {
  const year = await readPath(params);
  return {
    title: titleOf(year),
    description: records.publicDescription(),
    alternates: alternatesOf(year === null ? "/log" : `/log/${year}`),
  };
}

export default async function PublicLogPage({ params }: PageProps<"/[locale]/log/[[...year]]">) {
  const year = await readPath(params);
  const log = await getPublicLog(year);
  if (!log) notFound();
  return (
    <Page>
      <PageHeading title={titleOf(year)}>
        <p>{records.publicIntro()}</p>
      </PageHeading>
      <LogMonths months={log.months} year={year} />
      <LogYears years={log.years} current={year} />
      {log.months.length > 0 && (
        <p className="log-terms">
          {records.publicTerms({
            moment: () => <Moment iso={log.countedAt} />,
            fewest: FEWEST,
          })}
        </p>
      )}
    </Page>
  );
}
