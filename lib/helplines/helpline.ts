import type { WarningSlug } from "#lib/content-warnings/list.ts";
import { countryName } from "#lib/country.ts";
import { currentLocale } from "#lib/locale.ts";

/** Someone to talk to, as people are told of it; also as /api/helplines has it. */
export type Helpline = {
  /** ISO 3166-1 alpha-2; without one, for every country that has none of its own. */
  country?: string;
  name: string;
  /** As it is read out: "116 123". */
  phone?: string;
  /** The number for messages, and what to write in the first one. */
  text?: string;
  textWord?: string;
  chatUrl?: string;
  url: string;
  hours?: string;
  languages?: string;
  /** Of which stories it is; without, of all that call for one. */
  warnings?: WarningSlug[];
};

type Wanted = {
  country: string | null;
  /** The content warnings of what was read or written. */
  about: readonly string[];
};

/** What a wish to die calls for. */
export const aboutDanger: readonly WarningSlug[] = ["suicide", "self-harm"];

/**
 * Those of a country, or else those for everywhere: the ones for just this first, and none that are
 * for something else. Empty when there is none.
 */
export function helplinesFor<Listed extends Helpline>(
  helplines: readonly Listed[],
  { country, about }: Wanted,
): Listed[] {
  const fitting = helplines
    .filter(({ warnings }) => !warnings || warnings.some((each) => about.includes(each)))
    .sort((one, other) => Number(!one.warnings) - Number(!other.warnings));
  const own = fitting.filter((each) => each.country && each.country === country);
  return own.length > 0 ? own : fitting.filter((each) => !each.country);
}

/** Every number of theirs, as it is read out. */
export function numbersOf(helplines: readonly { phone?: string | null; text?: string | null }[]) {
  return helplines.flatMap(({ phone, text }) => [phone, text]).flatMap((number) => number ?? []);
}

/** The countries that have one, in the order of their names. */
export function countriesOf(helplines: readonly Helpline[]): string[] {
  const countries = new Set(helplines.flatMap(({ country }) => country ?? []));
  return [...countries].sort((one, other) =>
    countryName(one).localeCompare(countryName(other), currentLocale()),
  );
}

/** Country by country; those for everywhere at the end, without one. */
export function byCountry<Listed extends Helpline>(
  helplines: readonly Listed[],
): { country: string | undefined; helplines: Listed[] }[] {
  return [...countriesOf(helplines), undefined]
    .map((country) => ({
      country,
      helplines: helplines.filter((each) => each.country === country),
    }))
    .filter((group) => group.helplines.length > 0);
}
