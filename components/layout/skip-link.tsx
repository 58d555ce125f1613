import * as layout from "#lib/generated/messages/layout.ts";

/** First in every page: past the header, to what the page is about. */
export function SkipLink() {
  return (
    <a href="#content" className="button skip-link">
      {layout.skip()}
    </a>
  );
}
