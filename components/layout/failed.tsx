import { localized } from "#lib/locale.ts";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { SnappedThread } from "#components/ui/snapped-thread.tsx";

type FailedProps = {
  /** Where else there is to go. */
  back?: { href: string; words: string };
};

const toStories = { href: "/", words: "Read the stories" };

/** Something broke on our side. Has no setting and asks nothing of the server: it may be what broke. */
export function Failed({ back = toStories }: FailedProps) {
  return (
    <main id="content" className="mx-auto w-full max-w-measure grow px-gutter pb-20">
      <SnappedThread className="mt-16 sm:mt-28" />
      <PageHeading title="Something went wrong on our side">
        <p>
          It is not you. Please try again in a moment. If you were writing, go back: your words may
          still be there.
        </p>
      </PageHeading>
      <p className="flex flex-wrap items-center gap-4">
        {/* A link to the very page: it works without JavaScript as well. */}
        <a href="" className="button">
          Try again
        </a>
        <a
          href={localized(back.href)}
          className="inline-flex min-h-target items-center px-1 text-ui"
        >
          {back.words}
        </a>
      </p>
    </main>
  );
}
