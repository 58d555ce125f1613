/** Where someone seems to be, from what a browser tells anyway. Used for helplines and numbers. */
import { byLocale } from "#lib/formats.ts";

const names = byLocale((tag) => new Intl.DisplayNames(tag, { type: "region" }));

/** Of an ISO 3166-1 alpha-2 code, in the language that is spoken now. */
export function countryName(country: string): string {
  return names().of(country) ?? country;
}

/** The countries that we know a helpline for, and other large ones; aliases of zones included. */
const zones: Record<string, string> = {
  US: "New_York Detroit Chicago Denver Boise Phoenix Los_Angeles Anchorage Juneau Sitka Nome Adak Metlakatla Yakutat Menominee Indiana Indianapolis Kentucky Louisville Fort_Wayne North_Dakota Pacific/Honolulu US",
  CA: "Toronto Vancouver Montreal Halifax St_Johns Winnipeg Regina Edmonton Calgary Whitehorse Moncton Glace_Bay Goose_Bay Iqaluit Yellowknife Rankin_Inlet Resolute Cambridge_Bay Inuvik Dawson Dawson_Creek Fort_Nelson Creston Swift_Current Thunder_Bay Nipigon Rainy_River Atikokan Pangnirtung Canada",
  MX: "Mexico_City Tijuana Monterrey Cancun Merida Chihuahua Ciudad_Juarez Hermosillo Mazatlan Matamoros Ojinaga Bahia_Banderas Mexico",
  BR: "Sao_Paulo Rio_Branco Manaus Bahia Belem Fortaleza Recife Maceio Cuiaba Campo_Grande Porto_Velho Boa_Vista Araguaina Santarem Eirunepe Noronha Brazil",
  GB: "Europe/London Europe/Belfast GB",
  IE: "Europe/Dublin Eire",
  FR: "Europe/Paris",
  DE: "Europe/Berlin Europe/Busingen",
  AT: "Europe/Vienna",
  CH: "Europe/Zurich",
  ES: "Europe/Madrid Africa/Ceuta Atlantic/Canary",
  IT: "Europe/Rome",
  NL: "Europe/Amsterdam",
  BE: "Europe/Brussels",
  AU: "Australia Antarctica/Macquarie",
  NZ: "Pacific/Auckland Pacific/Chatham NZ",
  IN: "Asia/Kolkata Asia/Calcutta",
  PK: "Asia/Karachi",
  ZA: "Africa/Johannesburg",
  NG: "Africa/Lagos",
  KE: "Africa/Nairobi",
  JP: "Asia/Tokyo Japan",
  CN: "Asia/Shanghai Asia/Urumqi PRC",
  PH: "Asia/Manila",
};

const countryByZone = new Map(
  Object.entries(zones).flatMap(([country, names]) =>
    names.split(" ").map((name) => [name, country] as const),
  ),
);

type Told = { timeZone?: string | null; languages?: readonly string[] };

/**
 * ISO 3166-1 alpha-2. The time zone says where a device is, the language only where its owner may
 * be from, so the zone comes first. Null when the two say nothing or contradict each other. Never
 * throws, whatever was sent.
 */
export function countryOf({ timeZone, languages = [] }: Told): string | null {
  const zone = readZone(timeZone ?? "");
  if (!zone) return countriesOfLanguages(languages)[0] ?? null;
  const here = countryOfZone(zone);
  if (here) return here;
  // A zone that is not in the table: someone who reads British English in Accra is not in Britain.
  return countriesOfLanguages(languages).find((country) => !Object.hasOwn(zones, country)) ?? null;
}

const LONGEST_ZONE = 64;

/** In parts, when it is the zone of some place; "UTC" is none. */
function readZone(zone: string): string[] | null {
  if (zone.length > LONGEST_ZONE || !/^[A-Za-z]+(?:[/_-][A-Za-z]+)*$/.test(zone)) return null;
  const parts = zone.split("/");
  return parts[0] === "Etc" || (parts.length === 1 && !countryByZone.has(zone)) ? null : parts;
}

function countryOfZone([area = "", ...rest]: string[]): string | null {
  const names = [[area, ...rest].join("/"), area, ...(area === "America" ? rest.slice(0, 1) : [])];
  return names.map((name) => countryByZone.get(name)).find(Boolean) ?? null;
}

const MOST_LANGUAGES = 10;

/** "en-GB" says it, and "de" says it by what is likely. */
function countriesOfLanguages(languages: readonly string[]): string[] {
  return languages.slice(0, MOST_LANGUAGES).flatMap((language) => {
    const locale = localeOf(language);
    const region = locale?.region ?? locale?.maximize().region;
    return region && /^[A-Z]{2}$/.test(region) ? [region] : [];
  });
}

function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}

const LONGEST_HEADER = 1_000;

/** The languages of an `Accept-Language` header, the most wanted first. */
export function languagesOf(acceptLanguage: string | null): string[] {
  if (!acceptLanguage || acceptLanguage.length > LONGEST_HEADER) return [];
  return acceptLanguage
    .split(",")
    .flatMap((part) => {
      const [tag = "", ...settings] = part.split(";").map((each) => each.trim());
      const quality = settings.find((each) => each.startsWith("q="))?.slice(2) ?? "1";
      const wanted = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(quality) ? Number(quality) : 0;
      return wanted > 0 && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag)
        ? [{ tag, wanted }]
        : [];
    })
    .toSorted((a, b) => b.wanted - a.wanted)
    .slice(0, MOST_LANGUAGES)
    .map(({ tag }) => tag);
}
