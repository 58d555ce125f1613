"use client";

import { useMemo, useSyncExternalStore } from "react";
import { CHOICES_KEY } from "#lib/content-warnings/apply-choices.ts";
import { type Choices, readChoices } from "#lib/content-warnings/choices.ts";
import { keepOnDevice, onDevice, onDeviceChange } from "#lib/content-warnings/device.ts";

const stored = () => onDevice(CHOICES_KEY);
const nothing = () => null;

/** What this reader chose; nothing yet in the page as it is sent. */
export function useChoices(): Choices {
  const kept = useSyncExternalStore(onDeviceChange, stored, nothing);
  return useMemo(() => readChoices(kept), [kept]);
}

/** Whether it could be kept. It counts from now on, in every tab. */
export function keepChoices(chosen: Choices): boolean {
  const empty = Object.keys(chosen).length === 0;
  return keepOnDevice(CHOICES_KEY, empty ? null : JSON.stringify(chosen));
}
