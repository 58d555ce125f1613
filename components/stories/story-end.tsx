import { ButtonLink } from "#components/ui/button.tsx";

/** Where to go from a story. */
export function StoryEnd() {
  return (
    <nav aria-label="After this story" className="mt-12 flex flex-wrap items-center gap-4">
      <ButtonLink tone="quiet" href="/">
        Read more stories
      </ButtonLink>
      <a href="/share" className="inline-flex min-h-target items-center px-1 text-ui">
        Tell one of yours
      </a>
    </nav>
  );
}
