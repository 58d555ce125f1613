import type { ReactNode } from "react";
import { SiteMark } from "#components/layout/site-mark.tsx";
import { SkipLink } from "#components/layout/skip-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { signOutAction } from "#lib/accounts/actions.ts";
import { isAdmin, isEditor, isModerator } from "#lib/accounts/policy.ts";
import { may } from "#lib/accounts/rights.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import * as desk from "#lib/generated/messages/desk.ts";
import { localized } from "#lib/locale.ts";
import { countOldHelplines } from "#lib/helplines/queries.ts";
import { siteSettings } from "#lib/site/settings.ts";

type Section = {
  href: string;
  words: () => string;
  isFor: (viewer: Viewer | null) => boolean;
  /** A single key of components/moderation/keys/keys.ts. */
  shortcut?: string;
};

/** In the order of a day's work. */
const sections = {
  queue: { href: "/moderation", words: desk.queue, isFor: isModerator },
  reports: { href: "/moderation/reports", words: desk.reports, isFor: isModerator },
  search: { href: "/moderation/search", words: desk.search, isFor: isModerator, shortcut: "/" },
  log: { href: "/moderation/log", words: desk.log, isFor: isModerator },
  insights: { href: "/moderation/insights", words: desk.insights, isFor: isModerator },
  screening: { href: "/moderation/screening", words: desk.screening, isFor: isModerator },
  reasons: {
    ...{ href: "/moderation/reasons", words: desk.reasons },
    isFor: (viewer) => may(viewer, "edit-reasons"),
  },
  helplines: {
    ...{ href: "/moderation/helplines", words: desk.helplines },
    isFor: (viewer) => may(viewer, "edit-helplines"),
  },
  calls: { href: "/moderation/calls", words: desk.calls, isFor: isEditor },
  team: { href: "/moderation/team", words: desk.team, isFor: isAdmin },
  care: { href: "/moderation/care", words: desk.yourDesk, isFor: isModerator },
} as const satisfies Record<string, Section>;

export type DeskSection = keyof typeof sections;

type DeskProps = { viewer: Viewer; current: DeskSection | null; children: ReactNode };

type DeskLinkProps = {
  section: Section;
  current: boolean;
  /** How many there are to look at. */
  count: number;
};

function DeskLink({ section: { href, words, shortcut }, current, count }: DeskLinkProps) {
  return (
    <a
      href={localized(href)}
      aria-current={current ? "page" : undefined}
      aria-keyshortcuts={shortcut}
      className="inline-flex min-h-target items-center px-1 text-quiet no-underline hover:text-ink aria-[current]:text-ink"
    >
      {words()}
      {count > 0 && (
        <>
          <span className="desk-count">{count}</span>
          <span className="sr-only"> {desk.toLookAt()}</span>
        </>
      )}
    </a>
  );
}

/** The frame of the moderators' pages: as wide as the window, with who is at the desk. */
export async function Desk({ viewer, current, children }: DeskProps) {
  const counts: Partial<Record<DeskSection, number>> = {
    helplines: await countOldHelplines(viewer),
  };
  return (
    <>
      <SkipLink />
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule px-gutter py-2">
        <SiteMark name={siteSettings().name} />
        <nav
          aria-label={desk.main()}
          className="flex flex-wrap items-center gap-x-4 text-ui sm:gap-x-6"
        >
          {(Object.entries(sections) as [DeskSection, Section][])
            .filter(([, { isFor }]) => isFor(viewer))
            .map(([name, section]) => (
              <DeskLink
                key={name}
                section={section}
                current={name === current}
                count={counts[name] ?? 0}
              />
            ))}
          <form action={signOutAction} className="flex items-center gap-4 sm:ps-4">
            <a
              href={localized("/my/account")}
              className="hidden min-h-target max-w-48 items-center text-small text-quiet no-underline hover:text-ink sm:inline-flex"
            >
              {desk.yourAccount({
                name: viewer.name ?? viewer.email ?? "",
                hidden: (words) => <span className="sr-only">{words}</span>,
                who: (name) => <bdi className="truncate">{name}</bdi>,
              })}
            </a>
            <Button tone="quiet">{desk.signOut()}</Button>
          </form>
        </nav>
      </header>
      <div id="content" tabIndex={-1} className="flex grow flex-col focus:outline-none">
        {children}
      </div>
    </>
  );
}
