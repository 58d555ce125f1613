import "server-only";
import { requiredSetting } from "#lib/env.ts";
import { keyed } from "#lib/secrets.ts";

/** The same for the same event, so that a mail which had to be sent twice is known to be one. */
export function messageId(event: string): string {
  const host = new URL(requiredSetting("SITE_URL")).hostname;
  return `<${keyed("message-id", event).subarray(0, 18).toString("hex")}@${host}>`;
}
