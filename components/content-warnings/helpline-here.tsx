"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { HelplineNumbers } from "#components/content-warnings/helpline-numbers.tsx";
import { keepOnDevice, onDevice, onDeviceChange } from "#lib/content-warnings/device.ts";
import {
  type Helpline,
  helplineFor,
  helplines,
  nameOfCountry,
} from "#lib/content-warnings/helplines.ts";
import { COUNTRY_KEY, helplineCountry } from "#lib/content-warnings/here.ts";
import * as said from "#lib/generated/messages/helplines.ts";

const country = () => helplineCountry(onDevice(COUNTRY_KEY));

/** The helpline of the reader's country, changeable and remembered. Nothing of it is sent. */
export function HelplineHere({ focus = false }: { focus?: boolean }) {
  const link = useRef<HTMLAnchorElement>(null);
  const here = useSyncExternalStore(onDeviceChange, country, () => null);
  const line = helplineFor(here);
  // It came in the place of what was pressed.
  useEffect(() => {
    if (focus) link.current?.focus();
  }, [focus]);
  return (
    <div className="helpline-here">
      <a ref={link} href={line.url} className="inline-flex min-h-target items-center font-semibold">
        {line.name}
      </a>
      <HelplineNumbers line={line} />
      <label className="helpline-country">
        <span>{line.country ? said.notIn({ country: inWords(line) }) : said.whereAreYou()}</span>{" "}
        <select
          value={line.country ?? ""}
          onChange={({ target }) => keepOnDevice(COUNTRY_KEY, target.value || "ZZ")}
        >
          {helplines.map((each) => (
            <option key={each.countryName} value={each.country ?? ""}>
              {nameOfCountry(each)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** As it stands in a sentence. */
function inWords(line: Helpline): string {
  const country = nameOfCountry(line);
  return country.startsWith("United") ? `the ${country}` : country;
}
