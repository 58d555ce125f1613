"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False in the page as it is sent and while it wakes, true from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
