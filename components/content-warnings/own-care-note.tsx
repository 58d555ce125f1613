"use client";

import { CareNote } from "#components/content-warnings/care-note.tsx";
import { useHydrated } from "#components/stories/use-hydrated.ts";
import { countryOf } from "#lib/country.ts";
import * as said from "#lib/generated/messages/helplines.ts";

/** On the private page of a story that speaks of a wish to die. `country` is the server's guess. */
export function OwnCareNote({ country }: { country: string | null }) {
  const live = useHydrated();
  const { timeZone } = live ? Intl.DateTimeFormat().resolvedOptions() : { timeZone: null };
  const here = timeZone ? countryOf({ timeZone, languages: navigator.languages }) : country;
  return <CareNote key={here} country={here} live={live} calm={said.noHurry()} />;
}
