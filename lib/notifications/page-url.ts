import "server-only";
import { requiredSetting } from "#lib/env.ts";
import { localized } from "#lib/locale.ts";

/** The address of a page for a mail, in the language that the mail is written in. */
export function pageUrl(path: string): string {
  return requiredSetting("SITE_URL") + localized(path);
}
