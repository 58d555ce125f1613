import type { Metadata } from "next";
import { HelplineList } from "#components/content-warnings/helpline-list.tsx";
import { alternatesOf } from "#lib/site/alternates.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";

// On demand, then from the cache, like the feed.
export const generateStaticParams = () => [];

export const generateMetadata = (): Metadata => ({
  title: "Helplines",
  description: "Someone to talk to, in your country.",
  alternates: alternatesOf("/helplines"),
});

export default function HelplinesPage() {
  return (
    <Page current="helplines">
      <PageHeading title="Someone to talk to">
        <p>
          If a story stays with you, or is your own, you don’t have to carry it alone. If someone is
          in danger right now, call the emergency number where you are.
        </p>
      </PageHeading>
      <HelplineList />
    </Page>
  );
}
