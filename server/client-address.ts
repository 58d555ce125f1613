import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Reads TRUSTED_PROXIES, addresses or ranges, as lib/env.ts has checked them. */
export function readProxies(list: readonly string[]): Range[] {
  return list.map((each) => {
    if (each.includes("/")) return ipaddr.parseCIDR(each);
    const address = ipaddr.process(each);
    return [address, address.kind() === "ipv4" ? 32 : 128];
  });
}

function isProxy(address: string, proxies: readonly Range[]): boolean {
  if (proxies.length === 0 || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return proxies.some(
    ([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits),
  );
}

/**
 * Whose request this is. The peer's word for it counts only when the peer is a trusted proxy; then
 * the last address in X-Forwarded-For that is not itself a trusted proxy's.
 */
export function clientAddress(req: IncomingMessage, proxies: readonly Range[]): string {
  let address = plain(req.socket.remoteAddress ?? "");
  const forwarded = String(req.headers["x-forwarded-for"] ?? "")
    .split(",")
    .reverse();
  for (const claimed of forwarded) {
    if (!isProxy(address, proxies)) break;
    const next = plain(withoutPort(claimed.trim()));
    if (!ipaddr.isValid(next)) break;
    address = next;
  }
  return address;
}

export function isFromProxy(req: IncomingMessage, proxies: readonly Range[]): boolean {
  return isProxy(plain(req.socket.remoteAddress ?? ""), proxies);
}

/** Some proxies say it with the port: `192.0.2.1:1234`, `[2001:db8::1]:1234`. */
function withoutPort(claimed: string): string {
  const [, ipv6, ipv4] = /^(?:\[(.+)\](?::\d+)?|([\d.]+):\d+)$/.exec(claimed) ?? [];
  return ipv6 ?? ipv4 ?? claimed;
}

/** An IPv4 address that comes as IPv6 (::ffff:192.0.2.1) is the IPv4 address. */
function plain(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address;
}
