import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { SnappedThread } from "#components/ui/snapped-thread.tsx";
import * as layout from "#lib/generated/messages/layout.ts";
import { localized } from "#lib/locale.ts";

/** The same for everything that is not public, whatever the reason, and without the address asked for. */
export function Nothing() {
  return (
    <>
      <SnappedThread className="mt-16 sm:mt-28" />
      <PageHeading title={layout.nothingHere()}>
        <p>{layout.nothingHereWhy()}</p>
      </PageHeading>
      <ButtonLink href={localized("/")}>{layout.readStories()}</ButtonLink>
    </>
  );
}
