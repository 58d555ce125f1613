"use client";

import { CountryOptions } from "#components/helplines/country-options.tsx";
import { HelplineBrief } from "#components/helplines/helpline-brief.tsx";
import { useCountry } from "#components/helplines/use-country.ts";
import { useHelplines } from "#components/helplines/use-helplines.ts";
import { Select } from "#components/forms/controls.tsx";
import { useHydrated } from "#components/stories/use-hydrated.ts";
import * as said from "#lib/generated/messages/helplines.ts";
import { type Helpline, aboutDanger, countriesOf, helplinesFor } from "#lib/helplines/helpline.ts";
import { localized } from "#lib/locale.ts";

type CareNoteProps = {
  /** What the page brings along, for when nothing else can be had. */
  atHand: readonly Helpline[];
  /** The server's guess, ISO 3166; null when nothing tells where the person is. */
  country: string | null;
  /** What becomes of the story meanwhile. */
  calm?: string;
};

/** More would be a list to choose from, and this is no moment to choose. */
const AT_MOST = 3;

/** For someone whose words speak of a wish to die. Offers, and stands in nobody's way. */
export function CareNote({ atHand, country, calm = said.goOnWriting() }: CareNoteProps) {
  // Where no script runs, every country is one link away instead.
  const live = useHydrated();
  const helplines = useHelplines(atHand);
  const countries = countriesOf(helplines);
  const [here, choose] = useCountry(countries, country);
  const named = helplinesFor(helplines, { country: here, about: aboutDanger }).slice(0, AT_MOST);
  return (
    <aside aria-labelledby="care" className="note care-note">
      <p id="care" className="note-title">
        {said.talkNow()}
      </p>
      <p className="mt-1">
        {said.youMatter()} {calm}
      </p>
      {named.map((helpline) => (
        <div key={helpline.name} className="mt-3">
          <HelplineBrief helpline={helpline} />
        </div>
      ))}
      {named.length === 0 && <p className="mt-3">{said.callEmergency()}</p>}
      {live && countries.length > 0 ? (
        <label className="care-country">
          {said.whereYouAre()}{" "}
          <Select value={named[0]?.country ?? ""} onChange={(event) => choose(event.target.value)}>
            <CountryOptions countries={countries} />
          </Select>
        </label>
      ) : (
        <a href={localized("/helplines")} className="inline-flex min-h-target items-center">
          {said.otherCountries()}
        </a>
      )}
    </aside>
  );
}
