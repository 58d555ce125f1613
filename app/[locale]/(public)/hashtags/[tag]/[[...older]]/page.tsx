import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ListPage } from "#components/finding/list-page.tsx";
import { hashtagTitle } from "#lib/finding/hashtag-title.ts";
import { isHashtagKey } from "#lib/finding/hashtags.ts";
import { listName } from "#lib/finding/listings.ts";
import { addressOf, olderOf } from "#lib/finding/older.ts";
import { listStories, pageBefore } from "#lib/finding/queries.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import { alternatesOf } from "#lib/site/alternates.ts";

// On demand, then from the cache, like the feed.
export const generateStaticParams = () => [];

type Props = PageProps<"/[locale]/hashtags/[tag]/[[...older]]">;

async function read({ params }: Props) {
  const { tag: asked, older: path } = await params;
  const tag = decodeURIComponent(asked);
  const cursor = olderOf(path);
  if (cursor === undefined || !isHashtagKey(tag)) notFound();
  const href = `/hashtags/${encodeURIComponent(tag)}`;
  const list = listName("hashtag", tag);
  const page = await listStories({ list, cursor });
  if (!page) notFound();
  // A hashtag that no published story has is none, on whichever page.
  const first = cursor === null ? page : await listStories({ list, cursor: null });
  if (!first || first.stories.length === 0) notFound();
  return { href, list, cursor, page, title: hashtagTitle(tag, first.stories) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { href, cursor, title } = await read(props);
  return {
    title,
    alternates: alternatesOf(addressOf(href, cursor)),
  };
}

export default async function HashtagPage(props: Props) {
  const { href, list, cursor, page, title } = await read(props);
  return (
    <ListPage
      href={href}
      title={<bdi>{title}</bdi>}
      order={finding.newestFirst()}
      page={page}
      before={await pageBefore(list, cursor)}
      first={cursor === null}
      empty=""
    />
  );
}
