import { requiredSetting } from "#lib/env.ts";
import { localized } from "#lib/locale.ts";

/** Where a story's page is, in the language that is spoken now. */
export function storyAddress(id: string, siteUrl = requiredSetting("SITE_URL")): string {
  return new URL(localized(`/stories/${id}`), siteUrl).href;
}
