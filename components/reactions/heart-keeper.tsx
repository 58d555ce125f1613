"use client";

import { useEffect } from "react";
import { keepHearts } from "#components/reactions/keep-hearts.ts";

/** Once on a page, for all of its hearts: shows which are one's own, and gives them without leaving. */
export function HeartKeeper() {
  useEffect(keepHearts, []);
  return null;
}
