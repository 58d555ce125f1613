import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { clientAddress, readProxies } from "#server/client-address.ts";

const request = (peer: string, forwarded?: string) =>
  ({
    socket: { remoteAddress: peer },
    headers: { "x-forwarded-for": forwarded },
  }) as unknown as IncomingMessage;

const proxies = readProxies(["10.0.0.0/8", "192.0.2.7", "2001:db8::/32"]);

test.each([
  {
    what: "a client that reaches us directly",
    peer: "198.51.100.4",
    forwarded: undefined,
    is: "198.51.100.4",
  },
  {
    what: "a client that claims an address",
    peer: "198.51.100.4",
    forwarded: "203.0.113.9",
    is: "198.51.100.4",
  },
  {
    what: "a proxy's word for its client",
    peer: "10.1.2.3",
    forwarded: "203.0.113.9",
    is: "203.0.113.9",
  },
  {
    what: "what the client told the proxy before",
    peer: "10.1.2.3",
    forwarded: "1.1.1.1, 203.0.113.9",
    is: "203.0.113.9",
  },
  {
    what: "two proxies in a row",
    peer: "10.1.2.3",
    forwarded: "203.0.113.9, 192.0.2.7",
    is: "203.0.113.9",
  },
  { what: "a proxy that names nobody", peer: "10.1.2.3", forwarded: undefined, is: "10.1.2.3" },
  {
    what: "a proxy that passes nonsense on",
    peer: "10.1.2.3",
    forwarded: "unknown",
    is: "10.1.2.3",
  },
  {
    what: "IPv4 that comes as IPv6",
    peer: "::ffff:10.1.2.3",
    forwarded: "::ffff:203.0.113.9",
    is: "203.0.113.9",
  },
  { what: "a port", peer: "10.1.2.3", forwarded: "203.0.113.9:4711", is: "203.0.113.9" },
  { what: "IPv6 and a port", peer: "10.1.2.3", forwarded: "[2606:4700::1]:99", is: "2606:4700::1" },
  { what: "an IPv6 proxy", peer: "2001:db8::1", forwarded: "2606:4700::1", is: "2606:4700::1" },
])("$what", ({ peer, forwarded, is }) => {
  expect(clientAddress(request(peer, forwarded), proxies)).toBe(is);
});
