import { ButtonLink } from "#components/ui/button.tsx";
import { SiteMark } from "#components/layout/site-mark.tsx";
import * as layout from "#lib/generated/messages/layout.ts";
import { localized } from "#lib/locale.ts";
import { siteSettings } from "#lib/site/settings.ts";

export type PublicSection = "stories" | "search" | "share" | "helplines" | null;

/** The same for every reader: it stands on cached pages. */
export function SiteHeader({ current }: { current: PublicSection }) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-3 px-gutter py-3">
      <SiteMark name={siteSettings().name} />
      <nav
        aria-label={layout.main()}
        className="flex flex-wrap items-center gap-2 text-ui sm:gap-6"
      >
        <a
          href={localized("/")}
          aria-current={current === "stories" ? "page" : undefined}
          // On a phone there is room for three: the name of the site leads there too.
          className="hidden min-h-target items-center sm:inline-flex px-1 text-quiet no-underline hover:text-ink aria-[current]:text-ink"
        >
          {layout.stories()}
        </a>
        <a
          href={localized("/search")}
          aria-current={current === "search" ? "page" : undefined}
          className="inline-flex min-h-target items-center px-1 text-quiet no-underline hover:text-ink aria-[current]:text-ink"
        >
          {layout.search()}
        </a>
        {current !== "share" && (
          <ButtonLink href={localized("/share")}>
            <span className="sm:hidden">{layout.shareYoursShort()}</span>
            <span className="max-sm:hidden">{layout.shareYours()}</span>
          </ButtonLink>
        )}
      </nav>
    </header>
  );
}
