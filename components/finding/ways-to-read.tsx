import * as finding from "#lib/generated/messages/finding.ts";
import { localized } from "#lib/locale.ts";

/** Above the feed: the orders that it can be read in. `call` is the open one. */
export function WaysToRead({ call }: { call: string | null }) {
  const ways: [string, string][] = [
    ["/", finding.newest()],
    ["/hearted/week", finding.heartedThisWeek()],
    ...(call ? [[`/calls/${call}`, finding.byTheme()] as [string, string]] : []),
    ["/random", finding.random()],
  ];
  return (
    <nav
      aria-label={finding.waysToRead()}
      className="-mx-2 mb-10 flex flex-wrap gap-x-2 text-small sm:mb-12"
    >
      {ways.map(([href, words]) => (
        <a
          key={href}
          href={localized(href)}
          aria-current={href === "/" ? "page" : undefined}
          className="inline-flex min-h-target items-center px-2 text-quiet hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline"
        >
          {words}
        </a>
      ))}
    </nav>
  );
}
