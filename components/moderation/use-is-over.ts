"use client";

import { useEffect, useState } from "react";

/** Whether the time has run out here; the server judges by its own clock. */
export function useIsOver(seconds: number): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return isOver;
}
