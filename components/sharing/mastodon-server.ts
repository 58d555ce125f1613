export const SERVER_LIMIT = 300;

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const publicName = new RegExp(`^(?:${label}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$`);
const within = /\.(local|localhost|internal|intranet|lan|home|corp|test|invalid|onion|arpa)$/;

/**
 * The name of a server in what someone typed: "mastodon.social", its address, or the name they have
 * there, "@me@mastodon.social". Null for what names no server of the web.
 */
export function readMastodonServer(typed: string): string | null {
  if (typed.length > SERVER_LIMIT) return null;
  const server = typed
    .trim()
    .replace(/^https:\/\//i, "")
    .replace(/\/.*$/s, "")
    .replace(/^@?[\w.-]+@/, "");
  const address = `https://${server}/`;
  if (/[\s:@?#\\%]/.test(server) || !URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  const isPublic = publicName.test(hostname) && !within.test(hostname) && hostname.length <= 253;
  return isPublic ? hostname : null;
}
