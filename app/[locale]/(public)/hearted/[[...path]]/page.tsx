import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HeartedIntro } from "#components/finding/hearted-intro.tsx";
import { ListPage } from "#components/finding/list-page.tsx";
import { WaysToRead } from "#components/finding/ways-to-read.tsx";
import { getOpenCall } from "#lib/calls/queries.ts";
import { addressOf, olderOf } from "#lib/finding/older.ts";
import { type HeartedSince, listHearted } from "#lib/finding/hearted/queries.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import { alternatesOf } from "#lib/site/alternates.ts";

// On demand, then from the cache, like the feed.
export const generateStaticParams = () => [];

type Props = PageProps<"/[locale]/hearted/[[...path]]">;

const titles: Record<HeartedSince, () => string> = {
  week: finding.heartedThisWeek,
  ever: finding.hearted,
};

/** `/hearted` of all time, `/hearted/week` of the last seven days. */
async function read({ params }: Props) {
  const { path } = await params;
  const since: HeartedSince = path?.[0] === "week" ? "week" : "ever";
  const rest = since === "week" ? path?.slice(1) : path;
  const encoded = olderOf(rest?.length === 0 ? undefined : rest);
  if (encoded === undefined) notFound();
  const cursor = encoded && decodeURIComponent(encoded);
  return { href: since === "week" ? "/hearted/week" : "/hearted", since, cursor };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { href, since, cursor } = await read(props);
  return {
    title: titles[since](),
    alternates: alternatesOf(addressOf(href, cursor)),
  };
}

export default async function HeartedPage(props: Props) {
  const { href, since, cursor } = await read(props);
  const [page, call] = await Promise.all([listHearted(since, cursor), getOpenCall()]);
  if (!page) notFound();
  return (
    <ListPage
      href={href}
      title={titles[since]()}
      intro={<HeartedIntro since={since} />}
      ways={cursor === null && <WaysToRead current={href} call={call?.slug ?? null} />}
      order={finding.heartsFirst()}
      page={page}
      first={cursor === null}
      empty={since === "week" ? finding.noHeartsThisWeek() : finding.noHearts()}
    />
  );
}
