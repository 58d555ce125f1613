import type { PageLinks } from "#lib/api/schema.ts";
import { type Step, writeStep } from "#lib/api/step.ts";

/** What was asked of a list: how many, and which; all but where the page begins. */
type Asked = Record<string, string | number | undefined>;

type Page = {
  /** Absolute, of the list. */
  url: string;
  /** In order. What every list would be without is left out. */
  asked: Asked;
  step: Step | undefined;
  older: string | null;
  newer: string | null;
};

/** The addresses of a page, of its list's first, and of those beside it. */
export function linksOf({ url, asked, step, older, newer }: Page): PageLinks {
  const at = (where: Step | null | undefined) => {
    const address = new URL(url);
    for (const [name, value] of Object.entries(asked)) {
      if (value !== undefined) address.searchParams.set(name, String(value));
    }
    if (where) address.searchParams.set("cursor", writeStep(where));
    return address.href;
  };
  return {
    self: at(step),
    first: at(null),
    next: older && at({ cursor: older, way: "older" }),
    prev: newer && at({ cursor: newer, way: "newer" }),
  };
}

/** As RFC 8288 has them in a header. */
export function linkHeader({ first, next, prev }: PageLinks): string {
  return Object.entries({ first, next, prev })
    .flatMap(([rel, url]) => (url ? [`<${url}>; rel="${rel}"`] : []))
    .join(", ");
}
