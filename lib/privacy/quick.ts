/**
 * The checks that are cheap enough to run as one types: in the browser, and again on the server.
 * Names, places and telephone numbers need more than this, see detect.ts and phones.ts.
 */
import { findUrls } from "#lib/stories/urls.ts";
import { findAges, findDates, findNamedDays } from "./dates.ts";
import { type Finding, mergeFindings } from "./findings.ts";
import { type NumberRule, joiningWords, numberRules } from "./numbers.ts";
import { findInPlain } from "./plain.ts";

/** Nothing longer is ever a story (TEXT_INPUT_LIMIT); the rest of it is left unread. */
const MOST_READ = 10_000;

export function quickFindings(text: string): Finding[] {
  const read = text.slice(0, MOST_READ);
  const found = findInPlain(read, (words) => [
    ...findEmails(words),
    ...findNumbers(words),
    ...findHandles(words),
    ...findDates(words),
    ...findNamedDays(words),
    ...findAges(words),
    ...findInitials(words),
  ]);
  return mergeFindings([...found, ...findWebAddresses(read)]);
}

const notBefore = String.raw`(?<![\p{L}\p{N}_@]|\p{N}[.,/-])`;
const notAfter = String.raw`(?![\p{L}\p{N}_@]|[.,/-]\p{N})`;

const readyRules = numberRules.map((rule) => ({
  rule,
  pattern: new RegExp(`${notBefore}(?:${rule.pattern})${notAfter}`, "giu"),
  named: rule.named ? toNamed(rule.named) : null,
}));

const LONGEST_NAME = 48;

function toNamed(named: string): RegExp {
  const joined = String.raw`[\s:#.,°º-]{0,4}(?:(?:${joiningWords})\s)?`;
  return new RegExp(String.raw`(?<!\p{L})(?:${named})${joined}$`, "iu");
}

/** Numbers with their name before them, which says more of what they are than their digits do. */
export function namedNumbers(text: string): Finding[] {
  return findInPlain(text.slice(0, MOST_READ), (words) =>
    findNumbers(
      words,
      readyRules.filter(({ named }) => named),
    ),
  );
}

function findNumbers(text: string, rules = readyRules): Finding[] {
  return rules.flatMap(({ rule, pattern, named }) => {
    const found: Finding[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      if (isNumberOf(rule, match[0]) && (!named || named.test(wordsBefore(text, start)))) {
        found.push({ kind: rule.kind, start, end: start + match[0].length });
      } else {
        pattern.lastIndex = start + 1;
      }
    }
    return found;
  });
}

function isNumberOf({ check }: NumberRule, written: string): boolean {
  return !check || check(written.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase());
}

function wordsBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - LONGEST_NAME), at);
}

const emails = [
  // A line may have been broken behind the @ where it was copied from.
  /(?<![\p{L}\p{N}._%+'@-])[\p{L}\p{N}_%+'-][\p{L}\p{N}._%+'-]{0,63}@(?: ?\n ?)?(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu,
  // As people write it for people: "rosa (at) example.org", "rosa at example dot org".
  /(?<![\p{L}\p{N}._%+'@-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63} ?[([{](?:at|@|arroba)[)\]}] ?(?:[\p{L}\p{N}-]{1,63} ?(?:\.|[([{]dot[)\]}]) ?){1,8}\p{L}{2,24}/giu,
  /(?<![\p{L}\p{N}._%+'@-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63} (?:at|arroba|ät) (?:[\p{L}\p{N}-]{1,63} (?:dot|punkt|punto|point) ){1,4}(?:com|org|net|edu|gov|info|uk|de|fr|es|in|ie|au|nz|ca|za|us|eu|io|me)(?![\p{L}\p{N}])/giu,
];

function findEmails(text: string): Finding[] {
  if (!/@|\bat\b|arroba|ät/i.test(text)) return [];
  return emails.flatMap((pattern) => all("email", pattern, text));
}

const handle =
  /(?<![\p{L}\p{N}_@.])@(?=\p{N}*[\p{L}_])[\p{L}\p{N}_]{1,30}(?:\.[\p{L}\p{N}_]{1,30}){0,3}(?:@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24})?/gu;

function findHandles(text: string): Finding[] {
  return all("handle", handle, text);
}

function findWebAddresses(text: string): Finding[] {
  return findUrls(text)
    .filter(({ start, end }) => !isMissingSpace(text.slice(start, end)))
    .map(({ start, end }) => ({ kind: "url" as const, start, end }));
}

/** "I woke up.It was over": a domain to a counter of characters, two sentences to a reader. */
function isMissingSpace(url: string): boolean {
  return /^[^/:]*\p{Ll}\.\p{Lu}\p{Ll}*$/u.test(url);
}

const dotted = /(?<![\p{L}\p{N}.'-])\p{Lu}\.(?:[ -]?\p{Lu}\.){1,2}(?![\p{L}\p{N}.])/gu;
const notInitials = new Set(
  "US UK EU UN USA UAE DC LA NY AM PM AD BC PS IV IM ER ED OR OT GP MD RN BP TB CT TV OK ID IQ IT VA HR PT ICU DNR CPR MRI NHS IVF ADL ECG EKG EMT STD HIV PPE DOB AA PA SOS RIP".split(
    " ",
  ),
);
/** A person, and one capital letter for them: "Mr B.", "Baby K", "my friend T." */
const titled =
  /(?<![\p{L}\p{N}])(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Doctor|Nurse|Sister|Brother|Father|Herr|Frau|Schwester|Pfleger|Sra?|Señora?|Doña?|Mme|Madame|Monsieur)\.?|(?:[Bb]aby|[Pp]atient|[Pp]aciente|[Rr]esident)) (?![IX](?!\.))\p{Lu}(?:\.(?! ?\p{Lu}\.)|(?![\p{L}\p{N}'.-]))(?! (?:positive|negative|cells?|blood))/gu;
const related =
  /(?<=(?<!\p{L})(?:friend|neighbou?r|son|daughter|brother|sister|wife|husband|partner|colleague|roommate|cousin|aunt|uncle|patient|boy|girl|named|called),? )(?![IX](?!\.))\p{Lu}(?:\.(?= ?\p{Ll}|,|$)|(?= (?:was|is|said|had|has|died|came|held)\b))/gu;

function findInitials(text: string): Finding[] {
  return [
    ...all("initials", dotted, text).filter(
      ({ start, end }) => !notInitials.has(text.slice(start, end).replace(/[^\p{Lu}]/gu, "")),
    ),
    ...all("initials", titled, text),
    ...all("initials", related, text),
  ];
}

function all(kind: Finding["kind"], pattern: RegExp, text: string): Finding[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({
    kind,
    start: index,
    end: index + length,
  }));
}
