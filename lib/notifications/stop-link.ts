import "server-only";
import { timingSafeEqual } from "node:crypto";
import { requiredSetting } from "#lib/env.ts";
import { currentLocale, defaultLocale } from "#lib/locale.ts";
import { pageUrl } from "#lib/notifications/page-url.ts";
import { keyed } from "#lib/secrets.ts";

/** The story's id and 144 bits that only we can compute: nothing has to be stored to know it again. */
export function stopToken(storyId: string): string {
  return storyId + proof(storyId).toString("base64url");
}

/** The story that a token stops mail about; null when it is not one of ours. */
export function storyOfStopToken(token: string): string | null {
  const [, storyId = "", given = ""] = /^([0-9A-Za-z]{12})([\w-]{24})$/.exec(token) ?? [];
  if (!storyId) return null;
  return timingSafeEqual(Buffer.from(given, "base64url"), proof(storyId)) ? storyId : null;
}

function proof(storyId: string): Buffer {
  return keyed("stop-mail", storyId).subarray(0, 18);
}

/** The page with the button, and the address that mail programs post to by themselves. */
export function stopLinks(storyId: string): { pageUrl: string; oneClickUrl: string } {
  const token = stopToken(storyId);
  const locale = currentLocale();
  const query = locale === defaultLocale ? "" : `?locale=${locale}`;
  return {
    pageUrl: pageUrl(`/stop-mail/${token}`),
    oneClickUrl: `${requiredSetting("SITE_URL")}/api/stop-mail/${token}${query}`,
  };
}
