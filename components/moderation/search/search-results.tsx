import { BulkForm } from "#components/moderation/bulk/bulk-form.tsx";
import { FoundStory } from "#components/moderation/search/found-story.tsx";
import { Day } from "#components/ui/day.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import * as deskSearch from "#lib/generated/messages/deskSearch.ts";
import { localized } from "#lib/locale.ts";
import { bulkKinds, writeItem } from "#lib/moderation/bulk/schema.ts";
import type { OfferedReason } from "#lib/moderation/reasons/schema.ts";
import type { SearchPage } from "#lib/moderation/search/queries.ts";
import { isNarrowed, searchQuery } from "#lib/moderation/search/schema.ts";

type SearchResultsProps = {
  page: SearchPage;
  /** The cursor in the address; null on the first page. */
  at: string | null;
  reasons: readonly OfferedReason[];
  /** What was just done: after it nothing is selected any more. */
  done: string;
};

/** What was found, a page at a time, and what can be decided on several of them at once. */
export function SearchResults({ page, at, reasons, done }: SearchResultsProps) {
  const { stories, search } = page;
  const withCall = new Set(stories.map(({ call }) => call)).size > 1;
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="found-heading">
        {headingFor(page)}
      </h2>
      {stories.length > 0 && (
        <BulkForm
          key={done}
          query={searchQuery(search, { older: at })}
          kinds={bulkKinds.filter((kind) => stories.some(({ kinds }) => kinds.includes(kind)))}
          reasons={reasons}
          rows={stories.map((story) => ({
            id: story.id,
            item: story.kinds.length > 0 ? writeItem(story) : null,
            kinds: story.kinds,
            careMark: story.careMark,
            content: <FoundStory story={story} withCall={withCall} />,
          }))}
        />
      )}
      <SearchPages page={page} />
    </section>
  );
}

function headingFor({ search, stories, older, newest }: SearchPage): string {
  const count = stories.length;
  if (count > 0) {
    return older && newest ? deskSearch.foundNewest({ count }) : deskSearch.found({ count });
  }
  if (older) return deskSearch.nothingYet();
  return isNarrowed(search) || !newest ? deskSearch.noneLikeThat() : deskSearch.noneSent();
}

/** From one page of the search to the next, and back to its beginning. */
function SearchPages({ page: { search, older, lookedSince, newest } }: { page: SearchPage }) {
  if (!older && newest) return null;
  return (
    <>
      {lookedSince && (
        <p className="found-since">
          {deskSearch.lookedSince({ day: () => <Day iso={lookedSince} /> })}
        </p>
      )}
      <nav aria-label={deskSearch.pages()} className="found-pages">
        {older && (
          <ButtonLink
            tone="quiet"
            href={localized(`/moderation/search${searchQuery(search, { older })}`)}
            rel="next"
          >
            {lookedSince ? deskSearch.furtherBack() : deskSearch.older()}
          </ButtonLink>
        )}
        {!newest && (
          <a href={localized(`/moderation/search${searchQuery(search)}`)}>{deskSearch.newest()}</a>
        )}
      </nav>
    </>
  );
}
