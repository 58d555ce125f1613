import { ButtonLink } from "#components/ui/button.tsx";

type FeedPagesProps = { older: string | null; newest: boolean; empty: boolean };

/** From one page of the feed to the next, and back to its beginning. */
export function FeedPages({ older, newest, empty }: FeedPagesProps) {
  if (!older && newest) return null;
  return (
    <nav aria-label="Pages" className="mt-16 flex flex-wrap items-center justify-between gap-4">
      {older ? (
        <ButtonLink tone="quiet" href={`/older/${older}`} rel="next">
          Older stories
        </ButtonLink>
      ) : (
        !empty && <p className="text-ui text-quiet">These are the first stories told here.</p>
      )}
      {!newest && (
        <a href="/" className="inline-flex min-h-target items-center text-ui">
          Newest stories
        </a>
      )}
    </nav>
  );
}
