import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { BulkNote } from "#components/moderation/bulk/bulk-note.tsx";
import { DeskKeys } from "#components/moderation/keys/desk-keys.tsx";
import { SearchForm } from "#components/moderation/search/search-form.tsx";
import { SearchResults } from "#components/moderation/search/search-results.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as deskSearch from "#lib/generated/messages/deskSearch.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";
import { offered } from "#lib/moderation/reasons/schema.ts";
import { searchStories } from "#lib/moderation/search/queries.ts";
import { searchQuery } from "#lib/moderation/search/schema.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: deskSearch.search(),
  robots: { index: false, follow: false },
});

export default async function SearchPage({
  searchParams,
}: PageProps<"/[locale]/moderation/search">) {
  const viewer = await getViewer();
  const asked = await searchParams;
  const page = await searchStories(viewer, asked);
  if (!viewer) redirect(signInTo("/moderation/search"));
  if (!page) notFound();
  const at = !page.newest && typeof asked.older === "string" ? asked.older : null;
  const query = searchQuery(page.search, { older: at });
  return (
    <Desk viewer={viewer} current="search">
      <main className="search-page">
        <PageHeading title={deskSearch.search()}>
          <p>{deskSearch.intro()}</p>
        </PageHeading>
        <BulkNote viewer={viewer} asked={asked} query={query} />
        <SearchForm page={page} />
        <SearchResults
          page={page}
          at={at}
          reasons={offered(await readReasons())}
          done={`${String(asked.batch)} ${String(asked.undone)}`}
        />
        <DeskKeys />
      </main>
    </Desk>
  );
}
