import { escapeXml } from "#lib/xml.ts";

/** https://www.sitemaps.org/protocol.html */
const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

export type Address = {
  path: string;
  /** ISO 8601; null where it is not known. */
  changedAt: string | null;
};

/** `siteUrl` is an origin. */
const location = (path: string, siteUrl: string) => `<loc>${escapeXml(siteUrl + path)}</loc>`;

/** A part of the sitemap. */
export function writeAddresses(addresses: readonly Address[], siteUrl: string): string {
  const lines = addresses.map(({ path, changedAt }) => {
    const changed = changedAt === null ? "" : `<lastmod>${escapeXml(changedAt)}</lastmod>`;
    return `<url>${location(path, siteUrl)}${changed}</url>\n`;
  });
  return `${declaration}<urlset xmlns="${namespace}">\n${lines.join("")}</urlset>\n`;
}

/** The parts of a sitemap that has so many. */
export function writeParts(count: number, siteUrl: string): string {
  const lines = Array.from(
    { length: count },
    (_, part) => `<sitemap>${location(partPath(part), siteUrl)}</sitemap>\n`,
  );
  return `${declaration}<sitemapindex xmlns="${namespace}">\n${lines.join("")}</sitemapindex>\n`;
}

export function partPath(part: number): string {
  return `/sitemaps/${part}.xml`;
}

/** Which part a file's name is of; null when there can be none. */
export function readPartName(name: string): number | null {
  return /^(0|[1-9]\d{0,3})\.xml$/.test(name) ? Number.parseInt(name, 10) : null;
}
