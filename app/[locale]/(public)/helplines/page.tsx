import type { Metadata } from "next";
import { HelplineList } from "#components/helplines/helpline-list.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { readHelplines } from "#lib/helplines/told/queries.ts";
import * as layout from "#lib/generated/messages/layout.ts";
import * as said from "#lib/generated/messages/helplines.ts";
import { alternatesOf } from "#lib/site/alternates.ts";

// On demand, then from the cache, like the feed.
export const generateStaticParams = () => [];

export const generateMetadata = (): Metadata => ({
  title: layout.helplines(),
  description: said.someoneInYourCountry(),
  alternates: alternatesOf("/helplines"),
});

export default async function HelplinesPage() {
  return (
    <Page current="helplines">
      <PageHeading title={said.someoneToTalkTo()}>
        <p>{said.intro()}</p>
      </PageHeading>
      <HelplineList helplines={await readHelplines()} />
    </Page>
  );
}
