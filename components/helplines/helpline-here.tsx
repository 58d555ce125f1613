"use client";

import { useEffect, useRef } from "react";
import { CountryOptions } from "#components/helplines/country-options.tsx";
import { HelplineBrief } from "#components/helplines/helpline-brief.tsx";
import { useCountry } from "#components/helplines/use-country.ts";
import { countryName } from "#lib/country.ts";
import * as said from "#lib/generated/messages/helplines.ts";
import { type Helpline, countriesOf, helplinesFor } from "#lib/helplines/helpline.ts";
import { currentLocale, localized } from "#lib/locale.ts";

type HelplineHereProps = {
  helplines: readonly Helpline[];
  /** The content warnings of the story. */
  about: readonly string[];
  focus?: boolean;
};

/** The helpline of the reader's country, changeable and remembered. Nothing of it is sent. */
export function HelplineHere({ helplines, about, focus = false }: HelplineHereProps) {
  const box = useRef<HTMLDivElement>(null);
  const countries = countriesOf(helplines);
  const [here, choose] = useCountry(countries);
  const [helpline, ...more] = helplinesFor(helplines, { country: here, about });
  // Also where all of its helplines are for other stories, and the one for everywhere stands here.
  const chosen = here && countries.includes(here) ? here : "";
  // It came in the place of what was pressed.
  useEffect(() => {
    if (focus) box.current?.querySelector("a")?.focus();
  }, [focus]);
  return (
    <div ref={box}>
      {helpline ? (
        <HelplineBrief helpline={helpline}>
          {more.length > 0 && (
            <a
              href={localized(`/helplines#${helpline.country}`)}
              className="inline-flex min-h-target items-center"
            >
              {said.more({ count: more.length })}
            </a>
          )}
        </HelplineBrief>
      ) : (
        <p className="py-2.5">
          {said.inDanger({ link: (words) => <a href={localized("/helplines")}>{words}</a> })}
        </p>
      )}
      {countries.length > 0 && (
        <label className="helpline-country">
          <span>{chosen ? said.notIn({ country: inWords(chosen) }) : said.whereAreYou()}</span>{" "}
          <select value={chosen} onChange={({ target }) => choose(target.value)}>
            <CountryOptions countries={countries} />
          </select>
        </label>
      )}
    </div>
  );
}

/** As it stands in a sentence: some names have an article there in English, and none in Spanish. */
function inWords(country: string): string {
  const name = countryName(country);
  if (currentLocale() !== "en") return name;
  const hasArticle =
    /^(United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles|Comoros|U\.S\.)|(Islands|Republic|Territor\w+)$/;
  return hasArticle.test(name) ? `the ${name}` : name;
}
