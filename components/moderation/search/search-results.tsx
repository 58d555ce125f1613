import { BulkForm } from "#components/moderation/bulk/bulk-form.tsx";
import { FoundStory } from "#components/moderation/search/found-story.tsx";
import { Day } from "#components/ui/day.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
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
  const count = stories.length === 1 ? "1 story" : `${stories.length} stories`;
  if (stories.length > 0) return older && newest ? `The newest ${count}` : count;
  if (older) return "Nothing yet";
  return isNarrowed(search) || !newest ? "No story is like that" : "No story has been sent yet";
}

/** From one page of the search to the next, and back to its beginning. */
function SearchPages({ page: { search, older, lookedSince, newest } }: { page: SearchPage }) {
  if (!older && newest) return null;
  return (
    <>
      {lookedSince && (
        <p className="found-since">
          These words are too short or too common to look everywhere at once. All that was sent
          since <Day iso={lookedSince} /> is looked at.
        </p>
      )}
      <nav aria-label="Pages" className="found-pages">
        {older && (
          <ButtonLink
            tone="quiet"
            href={localized(`/moderation/search${searchQuery(search, { older })}`)}
            rel="next"
          >
            {lookedSince ? "Look further back" : "Older stories"}
          </ButtonLink>
        )}
        {!newest && (
          <a href={localized(`/moderation/search${searchQuery(search)}`)}>Newest stories</a>
        )}
      </nav>
    </>
  );
}
