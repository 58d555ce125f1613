/** Where what other sites embed is. */

import { localized } from "#lib/locale.ts";

/** In which colours a frame is: those that whoever looks prefers, or always the same. */
export const looks = ["auto", "light", "dark"] as const;
export type Look = (typeof looks)[number];

export function isLook(value: string): value is Look {
  return looks.some((look) => look === value);
}

/** What is no look is as if nobody had chosen. */
export function readLook(value: string | null): Look {
  return value !== null && isLook(value) ? value : "auto";
}

export function framePath(storyId: string, look: Look): string {
  return localized(`/embed/stories/${storyId}${look === "auto" ? "" : `?look=${look}`}`);
}

/** Of the page that has the code to copy. */
export function embedPagePath(storyId: string, look: Look): string {
  return localized(`/stories/${storyId}/embed${look === "auto" ? "" : `/${look}`}`);
}

/** Whether a page may stand in another site's frame: no other may. No id is written with "%". */
export function isFrame(pathname: string): boolean {
  return /^\/embed\/(stories\/[^/%]+|feed)$/.test(pathname);
}

/** Whether a page shows such a frame itself. */
export function showsFrame(pathname: string): boolean {
  return /^\/stories\/[^/]+\/embed(\/|$)/.test(pathname);
}

/** Of what a frame needs, by its content: under one name there are never other bytes. */
export const filesPath = "/embed/files/";

export function isFilePath(pathname: string): boolean {
  return /^\/embed\/files\/[0-9a-f]{16}\.(css|js|woff2)$/.test(pathname);
}
