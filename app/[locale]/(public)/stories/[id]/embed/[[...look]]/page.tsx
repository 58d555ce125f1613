import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmbedStory } from "#components/embeds/embed-story.tsx";
import { Page } from "#components/layout/page.tsx";
import { readLook } from "#lib/embeds/address.ts";
import * as embeds from "#lib/generated/messages/embeds.ts";
import { localized } from "#lib/locale.ts";
import { getPublishedStory } from "#lib/stories/queries.ts";

// On demand, then from the cache, like the story: so a look stands in the path.
export const generateStaticParams = () => [];

type Props = PageProps<"/[locale]/stories/[id]/embed/[[...look]]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: embeds.embedAStory(),
    robots: { index: false },
    alternates: { canonical: localized(`/stories/${(await params).id}`) },
  };
}

export default async function EmbedPage({ params }: Props) {
  const { id, look = [] } = await params;
  const story = await getPublishedStory(id);
  if (!story) notFound();
  return (
    <Page>
      <EmbedStory story={story} look={readLook(look[0] ?? null)} />
    </Page>
  );
}
