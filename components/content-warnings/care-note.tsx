"use client";

import { CountryOptions } from "#components/helplines/country-options.tsx";
import { HelplineBrief } from "#components/helplines/helpline-brief.tsx";
import { useCountry } from "#components/helplines/use-country.ts";
import { useHelplines } from "#components/helplines/use-helplines.ts";
import { Select } from "#components/forms/controls.tsx";
import { useHydrated } from "#components/stories/use-hydrated.ts";
import { type Helpline, aboutDanger, countriesOf, helplinesFor } from "#lib/helplines/helpline.ts";

type CareNoteProps = {
  /** What the page brings along, for when nothing else can be had. */
  atHand: readonly Helpline[];
  /** The server's guess, ISO 3166; null when nothing tells where the person is. */
  country: string | null;
  /** What becomes of the story meanwhile. */
  calm?: string;
};

const whileWriting = "It can wait, and you can also go on writing.";

/** More would be a list to choose from, and this is no moment to choose. */
const AT_MOST = 3;

/** For someone whose words speak of a wish to die. Offers, and stands in nobody's way. */
export function CareNote({ atHand, country, calm = whileWriting }: CareNoteProps) {
  // Where no script runs, every country is one link away instead.
  const live = useHydrated();
  const helplines = useHelplines(atHand);
  const countries = countriesOf(helplines);
  const [here, choose] = useCountry(countries, country);
  const named = helplinesFor(helplines, { country: here, about: aboutDanger }).slice(0, AT_MOST);
  return (
    <aside aria-labelledby="care" className="note care-note">
      <p id="care" className="note-title">
        If you are thinking of ending your life, please talk to someone now
      </p>
      <p className="mt-1">You matter to us more than any story. {calm}</p>
      {named.map((helpline) => (
        <div key={helpline.name} className="mt-3">
          <HelplineBrief helpline={helpline} />
        </div>
      ))}
      {named.length === 0 && (
        <p className="mt-3">Please call the emergency number where you are.</p>
      )}
      {live && countries.length > 0 ? (
        <label className="care-country">
          Where you are{" "}
          <Select value={named[0]?.country ?? ""} onChange={(event) => choose(event.target.value)}>
            <CountryOptions countries={countries} />
          </Select>
        </label>
      ) : (
        <a href="/helplines" className="inline-flex min-h-target items-center">
          Helplines in other countries
        </a>
      )}
    </aside>
  );
}
