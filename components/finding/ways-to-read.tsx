import * as finding from "#lib/generated/messages/finding.ts";
import { localized } from "#lib/locale.ts";

type WaysToReadProps = {
  /** The address of the one that is read now. */
  current: string;
  /** The slug of the open call. */
  call: string | null;
};

/** Above the stories: the orders that they can be read in. */
export function WaysToRead({ current, call }: WaysToReadProps) {
  const ways: [string, string][] = [
    ["/", finding.newest()],
    current === "/hearted"
      ? [current, finding.hearted()]
      : ["/hearted/week", finding.heartedThisWeek()],
    ...(call ? [[`/calls/${call}`, finding.byTheme()] as [string, string]] : []),
    ["/roles", finding.byRole()],
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
          aria-current={href === current ? "page" : undefined}
          className="inline-flex min-h-target items-center px-2 text-quiet hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline"
        >
          {words}
        </a>
      ))}
    </nav>
  );
}
