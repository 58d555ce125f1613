import type { Metadata } from "next";
import { ChoicesForm } from "#components/content-warnings/choices-form.tsx";
import { alternatesOf } from "#lib/site/alternates.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";

// On demand, then from the cache, like the feed.
export const generateStaticParams = () => [];

export const generateMetadata = (): Metadata => ({
  title: "Choose what you see",
  description: "What our content warnings are, and what you want them to do.",
  alternates: alternatesOf("/content-warnings"),
});

export default function ContentWarningsPage() {
  return (
    <Page>
      <PageHeading title="Choose what you see">
        <p>
          Someone reads every story before you do and says what it contains. What happens then is
          yours to choose.
        </p>
      </PageHeading>
      <ChoicesForm />
    </Page>
  );
}
