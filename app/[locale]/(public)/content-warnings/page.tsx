import type { Metadata } from "next";
import { ChoicesForm } from "#components/content-warnings/choices-form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import * as choices from "#lib/generated/messages/choices.ts";
import * as said from "#lib/generated/messages/warnings.ts";
import { alternatesOf } from "#lib/site/alternates.ts";

// On demand, then from the cache, like the feed.
export const generateStaticParams = () => [];

export const generateMetadata = (): Metadata => ({
  title: said.choose(),
  description: choices.about(),
  alternates: alternatesOf("/content-warnings"),
});

export default function ContentWarningsPage() {
  return (
    <Page>
      <PageHeading title={said.choose()}>
        <p>{choices.intro()}</p>
      </PageHeading>
      <ChoicesForm />
    </Page>
  );
}
