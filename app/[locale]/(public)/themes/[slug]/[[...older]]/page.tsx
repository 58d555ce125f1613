import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ListPage } from "#components/finding/list-page.tsx";
import { feedLinks } from "#lib/feeds/links.ts";
import { listName } from "#lib/finding/listings.ts";
import { addressOf, olderOf } from "#lib/finding/older.ts";
import { findTheme } from "#lib/finding/headings/queries.ts";
import { listStories, pageBefore } from "#lib/finding/queries.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import { alternatesOf } from "#lib/site/alternates.ts";

// On demand, then from the cache, like the feed.
export const generateStaticParams = () => [];

type Props = PageProps<"/[locale]/themes/[slug]/[[...older]]">;

async function read({ params }: Props) {
  const { slug, older: path } = await params;
  const cursor = olderOf(path);
  if (cursor === undefined) notFound();
  const theme = await findTheme(slug);
  if (!theme) notFound();
  return { href: `/themes/${slug}`, list: listName("theme", slug), cursor, theme };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { href, cursor, theme } = await read(props);
  return {
    title: theme.title,
    alternates: alternatesOf(addressOf(href, cursor), feedLinks(href, theme.title)),
  };
}

export default async function ThemePage(props: Props) {
  const { href, list, cursor, theme } = await read(props);
  const page = await listStories({ list, cursor });
  if (!page) notFound();
  return (
    <ListPage
      href={href}
      title={<bdi>{theme.title}</bdi>}
      order={finding.newestFirst()}
      page={page}
      before={await pageBefore(list, cursor)}
      first={cursor === null}
      empty={finding.noneOfTheme()}
    />
  );
}
