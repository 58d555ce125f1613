import type { Metadata } from "next";
import { headers } from "next/headers";
import { FindForm } from "#components/finding/search/find-form.tsx";
import { FoundStories } from "#components/finding/search/found-stories.tsx";
import { WordNeeded } from "#components/finding/search/word-needed.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { findStories, readFindChoices } from "#lib/finding/search/queries.ts";
import { type Find, findSchema, isNarrowed } from "#lib/finding/search/schema.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import { currentLocale } from "#lib/locale.ts";
import { requestNonce } from "#lib/nonce.ts";

export const dynamic = "force-dynamic";

type Props = PageProps<"/[locale]/search">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = findSchema.parse(await searchParams);
  return {
    title: q ? finding.searchFor({ words: q }) : finding.search(),
    robots: { index: false, follow: true },
  };
}

export default async function SearchPage({ searchParams }: Props) {
  const find = findSchema.parse(await searchParams);
  const choices = await readFindChoices();
  return (
    <Page current="search">
      <PageHeading title={finding.search()} />
      <FindForm find={find} choices={choices} />
      {(find.q || isNarrowed(find)) && (
        <section aria-label={finding.found()} className="mt-12">
          {find.q ? <Found find={find} /> : <WordNeeded find={find} choices={choices} />}
        </section>
      )}
    </Page>
  );
}

const sentences = {
  "nothing-asked": finding.nothingAsked,
  "too-much": finding.tooMuch,
  "too-often": finding.tooOften,
};

async function Found({ find }: { find: Find }) {
  const address = (await headers()).get("x-forwarded-for") ?? "unknown";
  const results = await findStories(find, { language: currentLocale(), address });
  if (typeof results === "string") return <p className="words">{sentences[results]()}</p>;
  return <FoundStories find={find} results={results} nonce={await requestNonce()} />;
}
