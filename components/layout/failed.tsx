import { PageHeading } from "#components/ui/page-heading.tsx";
import { SnappedThread } from "#components/ui/snapped-thread.tsx";
import * as layout from "#lib/generated/messages/layout.ts";
import { localized } from "#lib/locale.ts";

type FailedProps = {
  /** Where else there is to go. */
  back?: { href: string; words: string };
};

/** Something broke on our side. Has no setting and asks nothing of the server: it may be what broke. */
export function Failed({ back }: FailedProps) {
  const { href, words } = back ?? { href: "/", words: layout.readStories() };
  return (
    <main id="content" className="mx-auto w-full max-w-measure grow px-gutter pb-20">
      <SnappedThread className="mt-16 sm:mt-28" />
      <PageHeading title={layout.failedHere()}>
        <p>{layout.failedWhy()}</p>
      </PageHeading>
      <p className="flex flex-wrap items-center gap-4">
        {/* A link to the very page: it works without JavaScript as well. */}
        <a href="" className="button">
          {layout.tryAgain()}
        </a>
        <a href={localized(href)} className="inline-flex min-h-target items-center px-1 text-ui">
          {words}
        </a>
      </p>
    </main>
  );
}
