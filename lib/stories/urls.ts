/**
 * Where the URLs of a text are, to the character as twitter-text 3.1 finds them
 * (extractUrlsWithIndices): with http or https, or a bare domain of ASCII and Latin letters under a
 * known top-level domain. Its one regular expression takes quadratic time on a run without spaces,
 * such as Japanese; this reads each run once. length.test.ts holds the two equal.
 */
import { encodedLength } from "./punycode.ts";
import { topLevelDomains } from "./tlds.ts";

type Url = { start: number; end: number };
/** A dot with a top-level domain after it. */
type Dot = { at: number; end: number; underscore: number };

const latin = String.raw`\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff`;
const notInDomain = String.raw`!'#%&()*+,\\\-./:;<=>?@[\]^_{|}~$\x09-\x0d\x20\x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufffe\ufeff\uffff\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069`;
const word = `[^${notInDomain}]`;
const label = `${word}+(?:[_-]+${word}+)*`;
const inPath = String.raw`[a-z\u0400-\u04ff0-9!*';:=+,.$/%#[\]\-\u2013_~@|&${latin}]`;
const parentheses = String.raw`\((?:${inPath}+|${inPath}*\(${inPath}+\)${inPath}*)\)`;
const pathEnd = `[+\\-a-z\\u0400-\\u04ff0-9=_#/${latin}]`;
const path = `/(?:${inPath}*(?:${parentheses}${inPath}*)*${pathEnd})?(?:${parentheses})*`;
const query = String.raw`\?[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*[a-z0-9\-_&=#/]`;

const mayPrecede = /[^A-Za-z0-9@＠$#＃\ufffe\ufeff\uffff]/;
const domainCharacter = new RegExp(word);
const dottedRun = new RegExp(String.raw`${label}(?:\.${label})*`, "g");
const topLevel = new RegExp(
  `(?:${topLevelDomains.join("|")})(?![0-9a-zA-Z@+-])|xn--[-0-9a-z]+`,
  "iy",
);
const afterDomain = new RegExp(`(?::[0-9]+)?(${path})?(?:${query})?`, "iy");
const asciiRun = new RegExp(String.raw`[-a-z0-9${latin}]+(?:\.[-a-z0-9${latin}]+)*`, "gi");
const shortened = new RegExp(String.raw`^https?://t\.co/([a-z0-9]+)(?:${query})?`, "i");

const LONGEST_URL = 4096;
const LONGEST_LABEL = 63;
const LONGEST_SHORTENED = 40;

/** In order, never overlapping. Offsets are UTF-16 units of `text`, which should be NFC. */
export function findUrls(text: string): Url[] {
  const urls: Url[] = [];
  // Up to here the text is part of an earlier match and can neither begin nor precede another.
  let taken = 0;
  let next = text.includes(".") ? 0 : text.length;

  while (next < text.length) {
    dottedRun.lastIndex = next;
    const run = dottedRun.exec(text);
    if (!run) break;
    const dots = topLevelDots(text, run);
    const last = dots.findLast((dot) => dot.underscore < 0);
    if (last) {
      const protocol = protocolBefore(text, run.index, taken);
      const domain =
        protocol === null ? firstStart(text, { from: run.index, to: last.at, taken }) : run.index;
      if (domain !== null) taken = read(text, { protocol, domain, dot: last, dots }, urls);
    }
    // In a registered name an underscore is not allowed, so such a domain begins after it, and an
    // underscore or dash before a bare domain makes it none. Still, what it covers is taken.
    for (const dot of dots) {
      if (dot.underscore < 0 || dot.at < taken) continue;
      const domain = firstStart(text, { from: dot.underscore + 1, to: dot.at, taken });
      if (domain !== null) taken = read(text, { protocol: null, domain, dot, dots }, urls);
    }
    next = Math.max(taken, run.index + run[0].length);
  }
  return urls;
}

function topLevelDots(text: string, run: RegExpExecArray): Dot[] {
  const dots: Dot[] = [];
  let at = run.index - 1;
  for (const part of run[0].split(".")) {
    const start = at + 1;
    at = start + part.length;
    topLevel.lastIndex = at + 1;
    if (text[at] !== "." || !topLevel.test(text)) continue;
    const underscore = part.lastIndexOf("_");
    dots.push({
      at,
      end: topLevel.lastIndex,
      underscore: underscore < 0 ? -1 : start + underscore,
    });
  }
  return dots;
}

/** Where the `http://` right before `at` begins, if there is one that may stand where it does. */
function protocolBefore(text: string, at: number, taken: number): number | null {
  const found = /https?:\/\/$/i.exec(text.slice(Math.max(taken, at - 8), at));
  if (!found) return null;
  const start = at - found[0].length;
  const allowed = start > taken ? mayPrecede.test(text.charAt(start - 1)) : start === 0;
  return allowed ? start : null;
}

/** The first place in a run where a bare domain may begin. */
function firstStart(
  text: string,
  { from, to, taken }: { from: number; to: number; taken: number },
): number | null {
  const allowed = (at: number) =>
    domainCharacter.test(text.charAt(at)) && mayPrecede.test(text.charAt(at - 1));
  // Nothing need precede the first character, but if it may itself precede, it does.
  if (from === 0 && taken === 0) return to > 1 && allowed(1) ? 1 : 0;
  for (let at = Math.max(from, taken + 1); at < to; at++) if (allowed(at)) return at;
  return null;
}

type Match = {
  protocol: number | null;
  domain: number;
  /** The one that ends the domain. */
  dot: Dot;
  dots: Dot[];
};

/** Reads on from a domain, keeps what counts as a URL, and says how far the match reaches. */
function read(text: string, { protocol, domain, dot, dots }: Match, urls: Url[]): number {
  afterDomain.lastIndex = dot.end;
  const hasPath = afterDomain.exec(text)?.[1] !== undefined;
  const end = afterDomain.lastIndex;
  const start = protocol ?? domain;
  const host = text.slice(domain, dot.end);
  const scheme = protocol === null ? "https://".length : domain - protocol;

  if (scheme + end - start > LONGEST_URL) return end;
  if (!host.split(".").every((part) => encodedLength(part, LONGEST_LABEL) <= LONGEST_LABEL)) {
    return end;
  }
  const bare = bareDomains(host, { offset: domain, dots });
  if (host.startsWith("xn--") && bare.length === 0) return end;

  if (protocol !== null) {
    const short = shortened.exec(text.slice(start, end));
    if (short?.[1] && short[1].length > LONGEST_SHORTENED) return end;
    urls.push({ start, end: short ? start + short[0].length : end });
  } else if (domain === 0 || !/[-_./]/.test(text.charAt(domain - 1))) {
    const last = bare.at(-1);
    // Where a host goes on after its last bare domain ("a.com日本.jp/b"), the reference lengthens
    // the URL by the path all the same, though it does not reach there.
    if (last && hasPath) last.end += end - dot.end;
    urls.push(...bare);
  }
  return end;
}

/** The domains of ASCII and Latin letters within a host that may have others around them. */
function bareDomains(host: string, { offset, dots }: { offset: number; dots: Dot[] }): Url[] {
  const found: Url[] = [];
  let read = 0;
  let placed = 0;
  for (const run of host.matchAll(asciiRun)) {
    const start = Math.max(run.index, read);
    const runEnd = run.index + run[0].length;
    const dot = dots.findLast(
      ({ at, end }) => at - offset > start && at - offset <= runEnd && end - offset <= host.length,
    );
    if (!dot) continue;
    read = dot.end - offset;
    // The reference looks its find up again, and may come upon the same letters earlier on.
    const place = host.indexOf(host.slice(start, read), placed);
    placed = place + read - start;
    found.push({ start: offset + place, end: offset + placed });
  }
  return found;
}
