"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { HelplineNumbers } from "#components/content-warnings/helpline-numbers.tsx";
import { keepOnDevice, onDevice, onDeviceChange } from "#lib/content-warnings/device.ts";
import { helplineFor, helplines } from "#lib/content-warnings/helplines.ts";
import { COUNTRY_KEY, helplineCountry } from "#lib/content-warnings/here.ts";

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
        <span>{line.country ? `Not in ${nameOf(line.countryName)}?` : "Where are you?"}</span>{" "}
        <select
          value={line.country ?? ""}
          onChange={({ target }) => keepOnDevice(COUNTRY_KEY, target.value || "ZZ")}
        >
          {helplines.map((each) => (
            <option key={each.countryName} value={each.country ?? ""}>
              {each.countryName}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

const nameOf = (country: string) => (country.startsWith("United") ? `the ${country}` : country);
