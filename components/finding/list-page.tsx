import type { ReactNode } from "react";
import { NewerStories } from "#components/finding/newer-stories.tsx";
import { Page } from "#components/layout/page.tsx";
import { FeedPages } from "#components/stories/feed-pages.tsx";
import { StoryList } from "#components/stories/story-list.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import * as finding from "#lib/generated/messages/finding.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";
import type { StoryPage } from "#lib/stories/queries.ts";

type ListPageProps = {
  /** Its own address, without the page. */
  href: string;
  title: ReactNode;
  /** In a sentence or two, what stands here. */
  intro?: ReactNode;
  /** The other orders, where it is one of them. */
  ways?: ReactNode;
  /** How it is ordered, above the first story. */
  order: string;
  page: StoryPage;
  /** As `pageBefore` has it, of a list that goes by time. */
  before?: string | null | undefined;
  /** Whether this is its first page. */
  first: boolean;
  /** Said in the place of stories while there are none. */
  empty: string;
};

/** A page of a list of stories. */
export function ListPage({
  href,
  title,
  intro,
  ways,
  order,
  page,
  before,
  first,
  empty,
}: ListPageProps) {
  const none = page.stories.length === 0;
  return (
    <Page>
      <PageHeading title={title}>{intro}</PageHeading>
      {ways}
      {!first && <NewerStories href={href} before={before} />}
      {none ? (
        <>
          <p className="words">{first ? empty : finding.noneAfter()}</p>
          {first && (
            <a href={localized("/")} className="mt-4 inline-flex min-h-target items-center text-ui">
              {reading.toNewest()}
            </a>
          )}
        </>
      ) : (
        <>
          <h2 className="list-heading mb-10 text-small text-quiet sm:mb-12">{order}</h2>
          <StoryList stories={page.stories} />
        </>
      )}
      <FeedPages href={href} older={page.older} newest={first} empty={none} />
    </Page>
  );
}
