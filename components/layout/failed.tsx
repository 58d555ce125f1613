import { PageHeading } from "#components/ui/page-heading.tsx";
import { SnappedThread } from "#components/ui/snapped-thread.tsx";

/** Something broke on our side. Has no setting and asks nothing of the server: it may be what broke. */
export function Failed() {
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
        <a href="/" className="inline-flex min-h-target items-center px-1 text-ui">
          Read the stories
        </a>
      </p>
    </main>
  );
}
