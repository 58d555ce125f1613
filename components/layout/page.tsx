import type { ReactNode } from "react";
import { SiteFooter } from "#components/layout/site-footer.tsx";
import { type PublicSection, SiteHeader } from "#components/layout/site-header.tsx";
import { SkipLink } from "#components/layout/skip-link.tsx";

type PageProps = { current?: PublicSection; children: ReactNode };

/** The frame of every page that is read or filled in: one column, the width of the measure. */
export function Page({ current = null, children }: PageProps) {
  return (
    <>
      <SkipLink />
      <SiteHeader current={current} />
      <main
        id="content"
        className="mx-auto w-full max-w-[calc(34rem+2*var(--spacing-gutter))] px-gutter pb-20 sm:pb-28"
      >
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
