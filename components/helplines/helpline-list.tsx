import { HelplineContact } from "#components/helplines/helpline-contact.tsx";
import { HelplineFor } from "#components/helplines/helpline-for.tsx";
import { hostOf } from "#components/helplines/host-of.ts";
import { Month } from "#components/ui/day.tsx";
import { countryName } from "#lib/country.ts";
import { byCountry } from "#lib/helplines/helpline.ts";
import type { ListedHelpline } from "#lib/helplines/queries.ts";

function HelplineEntry({ helpline }: { helpline: ListedHelpline }) {
  const { name, url, sourceUrl, checkedOn } = helpline;
  return (
    <li>
      <a href={url} className="inline-flex min-h-target items-center font-serif text-heading">
        <bdi>{name}</bdi>
      </a>
      <HelplineContact helpline={helpline} />
      <HelplineFor helpline={helpline} />
      <p className="helpline-source">
        Checked <Month iso={checkedOn} /> with{" "}
        <a href={sourceUrl}>
          <span className="sr-only">its source, </span>
          {hostOf(sourceUrl)}
        </a>
      </p>
    </li>
  );
}

/** Every helpline, country by country. */
export function HelplineList({ helplines }: { helplines: readonly ListedHelpline[] }) {
  if (helplines.length === 0) {
    return <p className="border-t border-rule pt-5">No helpline is listed here yet.</p>;
  }
  return (
    <>
      {byCountry(helplines).map(({ country, helplines: inCountry }) => (
        <section key={country ?? ""} id={country} className="helplines-of">
          <h2 className="pt-2.5 text-ui text-quiet">
            {country ? countryName(country) : "Everywhere else"}
          </h2>
          <ul>
            {inCountry.map((helpline) => (
              <HelplineEntry key={helpline.name} helpline={helpline} />
            ))}
          </ul>
        </section>
      ))}
      <p className="border-t border-rule pt-5 text-small text-quiet">
        These are other organisations’ services, not ours. We compare what stands here with what
        they publish, once a year at least.
      </p>
    </>
  );
}
