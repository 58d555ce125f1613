import type { Metadata } from "next";
import { Page } from "#components/layout/page.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { SnappedThread } from "#components/ui/snapped-thread.tsx";

export const metadata: Metadata = { title: "Not found" };

// The same for everything that is not public, whatever the reason, and without the address asked for.
export default function NotFound() {
  return (
    <Page>
      <SnappedThread className="mt-16 sm:mt-28" />
      <PageHeading title="There is nothing here">
        <p>
          The link may be mistyped, or what was here was withdrawn by the person who told it. That
          is always theirs to do.
        </p>
      </PageHeading>
      <ButtonLink href="/">Read the stories</ButtonLink>
    </Page>
  );
}
