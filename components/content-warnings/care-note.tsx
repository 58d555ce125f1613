"use client";

import { useState } from "react";
import { HelplineNumbers } from "#components/content-warnings/helpline-numbers.tsx";
import { Select } from "#components/forms/controls.tsx";
import { helplineFor, helplines, nameOfCountry } from "#lib/content-warnings/helplines.ts";
import * as said from "#lib/generated/messages/helplines.ts";
import { localized } from "#lib/locale.ts";

type CareNoteProps = {
  /** ISO 3166; null when nothing tells where the person is. */
  country: string | null;
  /** Where no script runs, every country is one link away instead. */
  live: boolean;
  /** What becomes of the story meanwhile. */
  calm?: string;
};

/** For someone whose words speak of a wish to die. Offers, and stands in nobody's way. */
export function CareNote({ country, live, calm = said.goOnWriting() }: CareNoteProps) {
  const [chosen, choose] = useState(country);
  const line = helplineFor(chosen);
  return (
    <aside aria-labelledby="care" className="note care-note">
      <p id="care" className="note-title">
        {said.talkNow()}
      </p>
      <p className="mt-1">
        {said.youMatter()} {calm}
      </p>
      <p className="mt-3">
        <a href={line.url} className="inline-flex min-h-target items-center font-semibold">
          {line.name}
        </a>
      </p>
      <HelplineNumbers line={line} />
      {live ? (
        <label className="care-country">
          {said.whereYouAre()}{" "}
          <Select
            value={line.country ?? ""}
            onChange={(event) => choose(event.target.value || null)}
          >
            {helplines.map((each) => (
              <option key={each.countryName} value={each.country ?? ""}>
                {nameOfCountry(each)}
              </option>
            ))}
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
