import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { MastodonForm } from "#components/sharing/mastodon-form.tsx";
import { readMastodonServer } from "#components/sharing/mastodon-server.ts";
import { mastodonLink, sharedText } from "#components/sharing/ways.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";
import { storyAddress } from "#lib/stories/address.ts";
import { getPublishedStory } from "#lib/stories/queries.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: reading.mastodon(),
  robots: { index: false, follow: false },
});

/**
 * Names the server before anyone goes there, and leads by a link: an address of ours that sends
 * people elsewhere by itself would serve those who deceive.
 */
export default async function MastodonPage({
  params,
  searchParams,
}: PageProps<"/[locale]/stories/[id]/mastodon">) {
  const { id } = await params;
  const given = (await searchParams).server;
  const typed = typeof given === "string" ? given : "";
  const story = await getPublishedStory(id);
  if (!story) notFound();
  const server = readMastodonServer(typed);
  const url = storyAddress(id);
  return (
    <Page>
      <PageHeading title={reading.mastodon()}>
        <p>{reading.mastodonHow({ link: (words) => <a href={url}>{words}</a> })}</p>
      </PageHeading>
      {server ? (
        <p className="flex flex-wrap items-center gap-4">
          <ButtonLink
            href={mastodonLink(server, { text: sharedText(story), url })}
            rel="nofollow noreferrer"
          >
            {reading.mastodonGo({ server })}
          </ButtonLink>
          <a
            href={localized(`/stories/${id}/mastodon`)}
            className="inline-flex min-h-target items-center text-ui"
          >
            {reading.mastodonOther()}
          </a>
        </p>
      ) : (
        <MastodonForm id={id} typed={typed.slice(0, 300)} isWrong={typed !== ""} />
      )}
    </Page>
  );
}
