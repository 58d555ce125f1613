/** Exact dates, named days and ages over 89, of a text that `plain` has been over. */
import type { Finding } from "./findings.ts";

// English, German, Spanish, French, Italian, Portuguese, Dutch.
const months = [
  "jan(?:uary|uar|uari|v(?:ier)?)?|enero|gennaio|janeiro",
  "feb(?:ruary|ruar|ruari|rero|braio)?|f[ée]vrier|f[ée]vr?|fevereiro",
  "mar(?:ch|zo|s|ço)?|m[äa]rz|maart",
  "apr(?:il|ile)?|abr(?:il)?|avr(?:il)?",
  "may|mai|mayo|maggio|maio|mei",
  "june?|juni?o?|juin|giugno|junho",
  "july?|juli?o?|juillet|luglio|julho",
  "aug(?:ust|ustus)?|ago(?:sto)?|ao[ûu]t",
  "sept?(?:ember|embre|iembre|tembre)?|setiembre|settembre|setembro",
  "oct(?:ober|obre|ubre)?|okt(?:ober)?|ottobre|outubro",
  "nov(?:ember|iembre|embre|embro)?",
  "dec(?:ember)?|dez(?:ember|embro)?|dic(?:iembre|embre)?|d[ée]c(?:embre)?",
].join("|");

const units = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth";
const teens =
  "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth";
const spelledDay = `(?:${units}|${teens}|twentieth|twenty[- ](?:${units})|thirtieth|thirty[- ]first)`;
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const year = String.raw`(?:,? (?:de |del )?(?:19|20)\d\d(?!\d))?`;
const before = String.raw`(?<![\p{L}\p{N}]|\p{N}[.,:/-])`;
const after = String.raw`(?![\p{L}\p{N}]|[.,:/-]\p{N})`;

const dates = [
  `(?:${day}(?:st|nd|rd|th|er|º|ª|°)?\\.?|${spelledDay})(?: of| de| di)? (?<month>${months})(?:\\.(?= \\d))?`,
  `(?<month>${months})\\.?,? (?:the )?(?:${day}(?:st|nd|rd|th)?|${spelledDay})`,
].map((pattern) => new RegExp(before + pattern + year + after, "giu"));

const numericDates = [
  String.raw`(?<year>\d{4})([-/.])(?<a>\d{1,2})\2(?<b>\d{1,2})`,
  String.raw`(?<a>\d{1,2})([-/.])(?<b>\d{1,2})\2(?<year>\d{4}|\d{2})`,
].map((pattern) => new RegExp(before + pattern + after, "gu"));
/** German without a year: "am 3.11." */
const dottedDate = /(?<=(?:am|vom|den|bis|seit dem) )(?<a>\d{1,2})\.(?<b>\d{1,2})\.(?!\d)/giu;

const weekdays = [
  // A plural or "every" speaks of no one day, and "a Tuesday" could be any.
  String.raw`(?<!\b(?:every|each|any|most|some|a|one|per) (?:(?:good|bad|cold|warm|hot|wet|grey|gray|dark|rainy|sunny|quiet|normal|random) )?)(?:(?:last|this|next) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?(?!')`,
  String.raw`(?<!\b(?:jede[nr]?|ein|einem) )(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)(?:morgen|mittag|nachmittag|abend|nacht)?`,
  String.raw`(?<!\b(?:los|cada|un|algún) )(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?: pasado)?`,
  String.raw`(?<!\b(?:les?|chaque|un) )(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: dernier)?`,
  "(?:christmas|new year's) (?:eve|day)|boxing day|thanksgiving(?: day)?|halloween|good friday|easter (?:sunday|monday)|ash wednesday",
  "(?:mother|father|valentine)'?s'? day|(?:st\\.? patrick's|independence|memorial|labou?r|canada|australia|anzac|armistice) day|bonfire night",
  "heiligabend|silvester(?:abend|nacht)?|karfreitag|(?:oster|pfingst)(?:sonn|mon)tag|nochebuena|nochevieja|viernes santo|(?:la )?veille de noël|le jour de noël",
].map((pattern) => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, "giu"));

const overNinety =
  "(?:9\\d|1[0-2]\\d|ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?: and (?:one|two|three|four|five|six|seven|eight|nine|ten))?)";
const relative =
  "mum|mom|mama|dad|mother|father|gran|granny|grandma|grandpa|grandad|granddad|grandmother|grandfather|nan|nana|auntie?|uncle|husband|wife|patient";
const measured =
  "(?! ?(?:%|percent|per cent|kg|kilos?|lbs?|pounds?|degrees?|°|bpm|minutes?|hours?|days?|weeks?|months?|cm|mg|ml|miles?|steps?|beats?|beds?|over|on|and a half)|[./:,]\\d)";

const ages = [
  `${overNinety}[- ]?(?:years?|yrs?)[- ](?:old|young|of age)`,
  `${overNinety} ?y\\/?o`,
  `(?:aged?|turn(?:ed|s|ing)?) ${overNinety}${measured}`,
  `${overNinety}(?:st|nd|rd|th)? birthday`,
  `(?<=\\b(?:she|he|they|i|who|${relative}) (?:is|was|am|were|will be|would be|would have been|nearly|almost) )${overNinety}${measured}`,
  `(?<=\\b(?:she|he|they|i|${relative})'(?:s|d be|ll be|m) )${overNinety}${measured}`,
  `(?<=\\b(?:died|dead|gone|passed(?: away)?|lived to|made it to|lived to be|lived until|went) (?:at )?)${overNinety}${measured}`,
  `(?<=\\bat )${overNinety}(?=,? (?:she|he|they|${relative})\\b)`,
  `${overNinety} Jahre (?:alt|jung)|(?<=\\bmit )${overNinety}(?: Jahren)?(?= )${measured}|${overNinety}-?jährige[nrsm]?`,
  `(?:(?<=\\ba )los |(?<=\\b(?:tenía|tiene|con|de|cumplió|cumplía) ))${overNinety} años`,
  `(?<=\\b(?:à|a|avait|de) )${overNinety} ans|(?<=\\b(?:a|aveva|di|con) )${overNinety} anni`,
].map(
  (pattern) => new RegExp(String.raw`(?<![\p{N}]|\p{N}[.,/])(?:${pattern})(?![\p{L}\p{N}])`, "giu"),
);

export function findDates(text: string): Finding[] {
  return [
    ...dates.flatMap((pattern) =>
      [...text.matchAll(pattern)].filter(isDate).map((match) => toFinding("date", match)),
    ),
    ...[...numericDates, dottedDate].flatMap((pattern) =>
      [...text.matchAll(pattern)].filter(isPossible).map((match) => toFinding("date", match)),
    ),
  ];
}

export function findNamedDays(text: string): Finding[] {
  return all("weekday", weekdays, text);
}

export function findAges(text: string): Finding[] {
  return all("age", ages, text);
}

function all(kind: Finding["kind"], patterns: readonly RegExp[], text: string): Finding[] {
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => toFinding(kind, match)),
  );
}

function toFinding(kind: Finding["kind"], { index, 0: words }: RegExpExecArray): Finding {
  return { kind, start: index, end: index + words.length };
}

/** "Stage 4 may be" and "we march 3 miles" speak of no month: in small letters these need a year. */
function isDate({ 0: words, groups }: RegExpExecArray): boolean {
  const month = groups?.month ?? "";
  return !/^(?:may|march|mar|dec|nov|set|sept?)$/.test(month) || /\d{4}$/.test(words);
}

/** In either order of day and month. */
function isPossible({ groups }: RegExpExecArray): boolean {
  const a = Number(groups?.a);
  const b = Number(groups?.b);
  const given = Number(groups?.year ?? "2000");
  if (given > 99 && (given < 1880 || given > 2100)) return false;
  return a > 0 && b > 0 && Math.max(a, b) <= 31 && Math.min(a, b) <= 12;
}
