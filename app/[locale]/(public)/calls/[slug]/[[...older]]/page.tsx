import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CallIntro } from "#components/finding/call-intro.tsx";
import { ListPage } from "#components/finding/list-page.tsx";
import { feedLinks } from "#lib/feeds/links.ts";
import { listName } from "#lib/finding/listings.ts";
import { addressOf, olderOf } from "#lib/finding/older.ts";
import { findCall } from "#lib/finding/headings/queries.ts";
import { listStories, pageBefore } from "#lib/finding/queries.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import { alternatesOf } from "#lib/site/alternates.ts";

// On demand, then from the cache, like the feed.
export const generateStaticParams = () => [];

type Props = PageProps<"/[locale]/calls/[slug]/[[...older]]">;

async function read({ params }: Props) {
  const { slug, older: path } = await params;
  const cursor = olderOf(path);
  if (cursor === undefined) notFound();
  const call = await findCall(slug);
  if (!call) notFound();
  return { href: `/calls/${slug}`, list: listName("call", slug), cursor, call };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { href, cursor, call } = await read(props);
  return {
    title: call.title,
    description: call.prompt,
    alternates: alternatesOf(addressOf(href, cursor), feedLinks(href, call.title)),
  };
}

export default async function CallPage(props: Props) {
  const { href, list, cursor, call } = await read(props);
  const page = await listStories({ list, cursor });
  if (!page) notFound();
  return (
    <ListPage
      href={href}
      title={<bdi>{call.title}</bdi>}
      intro={<CallIntro call={call} />}
      order={finding.newestFirst()}
      page={page}
      before={await pageBefore(list, cursor)}
      first={cursor === null}
      empty={finding.noneOfCall()}
    />
  );
}
