import { useState, useSyncExternalStore } from "react";
import { keepOnDevice, onDevice, onDeviceChange } from "#lib/content-warnings/device.ts";
import { COUNTRY_KEY, helplineCountry } from "#lib/helplines/here.ts";

type Choose = (country: string) => void;

/**
 * The country that helplines are named for, and a way to choose another: "" is none of those listed.
 * Remembered on the device, where that lets us, and sent nowhere. `told` is the server's guess.
 */
export function useCountry(
  listed: readonly string[],
  told: string | null = null,
): [country: string | null, choose: Choose] {
  const [chosen, setChosen] = useState<string | null>(null);
  const country = useSyncExternalStore(
    onDeviceChange,
    () => helplineCountry(chosen ?? onDevice(COUNTRY_KEY), listed),
    () => told,
  );
  return [
    country,
    (wanted) => {
      const kept = keepOnDevice(COUNTRY_KEY, wanted || "ZZ");
      setChosen(kept ? null : wanted || "ZZ");
    },
  ];
}
