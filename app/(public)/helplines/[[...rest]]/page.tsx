import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HelplineList } from "#components/helplines/helpline-list.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { readHelplines } from "#lib/helplines/told/queries.ts";

// A page without parameters would be rendered by the build, with the build's settings for the
// site's name and address; this one renders on demand, like the feed.
export const generateStaticParams = () => [];

export const metadata: Metadata = {
  title: "Helplines",
  description: "Someone to talk to, in your country.",
  alternates: { canonical: "/helplines" },
};

export default async function HelplinesPage({ params }: PageProps<"/helplines/[[...rest]]">) {
  if ((await params).rest) notFound();
  return (
    <Page current="helplines">
      <PageHeading title="Someone to talk to">
        <p>
          If a story stays with you, or is your own, you don’t have to carry it alone. If someone is
          in danger right now, call the emergency number where you are.
        </p>
      </PageHeading>
      <HelplineList helplines={await readHelplines()} />
    </Page>
  );
}
