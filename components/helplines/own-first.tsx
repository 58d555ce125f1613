"use client";

import { Fragment, type ReactNode } from "react";
import { useCountry } from "#components/helplines/use-country.ts";

/** What is shown of a country; without one, of everywhere else. */
type Group = { country: string | undefined; shown: ReactNode };

/** Puts the reader's own country first. Whoever was led to one of them finds it where it was. */
export function OwnFirst({ groups }: { groups: readonly Group[] }) {
  const listed = groups.flatMap(({ country }) => country ?? []);
  const [here] = useCountry(listed);
  const own = here && !location.hash ? (listed.find((each) => each === here) ?? "") : null;
  const isOwn = ({ country = "" }: Group) => country === own;
  return [...groups]
    .sort((one, other) => Number(isOwn(other)) - Number(isOwn(one)))
    .map(({ country, shown }) => <Fragment key={country ?? ""}>{shown}</Fragment>);
}
