import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewerStories } from "#components/finding/newer-stories.tsx";
import { WaysToRead } from "#components/finding/ways-to-read.tsx";
import { Page } from "#components/layout/page.tsx";
import { FeedOpening } from "#components/stories/feed-opening.tsx";
import { FeedPages } from "#components/stories/feed-pages.tsx";
import { NoStories } from "#components/stories/no-stories.tsx";
import { StoryList } from "#components/stories/story-list.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getOpenCall } from "#lib/calls/queries.ts";
import { feedLinks } from "#lib/feeds/links.ts";
import { pageBefore } from "#lib/finding/queries.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { alternatesOf } from "#lib/site/alternates.ts";
import { siteSettings } from "#lib/site/settings.ts";
import { listPublishedStories } from "#lib/stories/queries.ts";

// `/` and `/older/<cursor>` on demand and then from the cache: a page without parameters would be
// rendered by the build, which has no database. docs/decisions/0001-cached-pages.md
export const generateStaticParams = () => [];

type Params = PageProps<"/[locale]/[[...older]]">["params"];

/** Null for the newest page; anything but `/` and `/older/<cursor>` is not found. */
async function readPath(params: Params): Promise<string | null> {
  const { older: path } = await params;
  if (!path) return null;
  const [first, cursor, ...rest] = path;
  if (first !== "older" || !cursor || rest.length > 0) notFound();
  return cursor;
}

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/[[...older]]">): Promise<Metadata> {
  const cursor = await readPath(params);
  const feeds = feedLinks("/", siteSettings().name);
  return cursor === null
    ? { alternates: alternatesOf("/", feeds) }
    : { title: reading.older(), alternates: alternatesOf(`/older/${cursor}`, feeds) };
}

export default async function FeedPage({ params }: PageProps<"/[locale]/[[...older]]">) {
  const cursor = await readPath(params);
  const [feed, before, call] = await Promise.all([
    listPublishedStories(cursor),
    pageBefore(null, cursor),
    getOpenCall(),
  ]);
  if (!feed) notFound();
  const { name, intro } = siteSettings();
  const newest = cursor === null;
  return (
    <Page current="stories">
      {newest ? (
        <FeedOpening call={call} siteName={name} intro={intro} />
      ) : (
        <>
          <PageHeading title={reading.older()} />
          <NewerStories href="/" before={before} />
        </>
      )}
      {newest && feed.stories.length > 0 && <WaysToRead current="/" call={call?.slug ?? null} />}
      {newest && (
        <h2 className="list-heading mb-10 text-small text-quiet sm:mb-12">
          {feed.stories.length > 0 ? finding.newestFirst() : reading.none()}
        </h2>
      )}
      {feed.stories.length > 0 ? (
        <StoryList stories={feed.stories} />
      ) : newest ? (
        <NoStories open={call !== null} />
      ) : (
        <p className="words">{reading.noneOlder()}</p>
      )}
      <FeedPages href="/" older={feed.older} newest={newest} empty={feed.stories.length === 0} />
    </Page>
  );
}
