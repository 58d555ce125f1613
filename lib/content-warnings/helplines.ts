/**
 * Helplines, each with where the number was published. None was dialled; `npm run unit` fails when
 * the list has not been looked at for a year (verifiedAt).
 */
import { countryName } from "#lib/country.ts";
import * as said from "#lib/generated/messages/helplines.ts";

export type Helpline = {
  /** ISO 3166-1 alpha-2; null: everywhere. */
  country: string | null;
  countryName: string;
  name: string;
  phone?: string;
  text?: string;
  url: string;
  source: string;
};

/** When someone last compared this list with its sources. */
export const helplinesVerifiedAt = "2026-11-21";

export const helplines: readonly Helpline[] = [
  {
    country: "US",
    countryName: "United States",
    name: "988 Suicide & Crisis Lifeline",
    phone: "988",
    text: "988",
    url: "https://988lifeline.org",
    source:
      "https://www.cdcr.ca.gov/ccjbh/2022/07/19/dial-988-to-access-24-hour-emotional-support-and-resources/",
  },
  {
    country: "CA",
    countryName: "Canada",
    name: "9-8-8 Suicide Crisis Helpline",
    phone: "988",
    text: "988",
    url: "https://988.ca",
    source:
      "https://www.newswire.ca/news-releases/government-of-canada-launches-three-digit-suicide-crisis-helpline-896472116.html",
  },
  {
    country: "GB",
    countryName: "United Kingdom",
    name: "Samaritans",
    phone: "116 123",
    url: "https://www.samaritans.org",
    source: "samaritans.org",
  },
  {
    country: "IE",
    countryName: "Ireland",
    name: "Samaritans",
    phone: "116 123",
    url: "https://www.samaritans.org",
    source:
      "https://www.irishexaminer.com/ireland/charity-launches-email-service-as-calls-surge-to-over-625000-467986.html",
  },
  {
    country: "AU",
    countryName: "Australia",
    name: "Lifeline",
    phone: "13 11 14",
    text: "0477 13 11 14",
    url: "https://www.lifeline.org.au",
    source: "https://lifeinmind.org.au/news/lifelines-crisis-text-service-now-available-24-7",
  },
  {
    country: "NZ",
    countryName: "New Zealand",
    name: "1737, need to talk?",
    phone: "1737",
    text: "1737",
    url: "https://1737.org.nz",
    source:
      "http://www.scoop.co.nz/stories/PA1706/S00527/single-phone-number-to-access-support-services.htm",
  },
  {
    country: "IN",
    countryName: "India",
    name: "Tele-MANAS",
    phone: "14416",
    url: "https://telemanas.mohfw.gov.in",
    source:
      "https://menafn.com/1109390520/Over-Rs-230-Cr-Allocated-For-National-Tele-Mental-Health-Programme-Since-2022-Centre",
  },
  {
    country: "ZA",
    countryName: "South Africa",
    name: "SADAG",
    phone: "0800 567 567",
    url: "https://www.sadag.org",
    source:
      "https://www.sadag.org/index.php?option=com_content&view=article&id=3141:world-mental-health-day-7-october-2020&catid=149:press-releases&Itemid=601",
  },
  {
    country: "FR",
    countryName: "France",
    name: "3114",
    phone: "3114",
    url: "https://3114.fr",
    source: "https://axaprevention.fr/fr/article/prevention-suicide-journee-mondiale",
  },
  {
    country: "DE",
    countryName: "Germany",
    name: "TelefonSeelsorge",
    phone: "0800 111 0 111",
    url: "https://www.telefonseelsorge.de",
    source:
      "https://www.domradio.de/artikel/telefonseelsorge-jetzt-unter-oekumenischem-dachverband",
  },
  {
    country: null,
    countryName: "Everywhere else",
    name: "Find a Helpline",
    url: "https://findahelpline.com",
    source: "findahelpline.com",
  },
];

/** What the country of a line is called. */
export function nameOfCountry({ country }: Helpline): string {
  return country === null ? said.everywhereElse() : countryName(country);
}

/** The line of a country (ISO 3166-1 alpha-2), or the one for everywhere. */
export function helplineFor(country: string | null): Helpline {
  const line = helplines.find((each) => each.country === country) ?? helplines.at(-1);
  if (!line) throw new Error("The list of helplines is empty.");
  return line;
}
