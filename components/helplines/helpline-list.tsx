import { HelplineContact } from "#components/helplines/helpline-contact.tsx";
import { HelplineFor } from "#components/helplines/helpline-for.tsx";
import { hostOf } from "#components/helplines/host-of.ts";
import { OwnFirst } from "#components/helplines/own-first.tsx";
import { placeName } from "#components/helplines/done-words.ts";
import { Month } from "#components/ui/day.tsx";
import { hidden } from "#components/ui/hidden.tsx";
import * as said from "#lib/generated/messages/helplines.ts";
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
        {said.checkedIn({
          month: () => <Month iso={checkedOn} />,
          host: hostOf(sourceUrl),
          link: (words) => <a href={sourceUrl}>{words}</a>,
          hidden,
        })}
      </p>
    </li>
  );
}

/** Every helpline, country by country. */
export function HelplineList({ helplines }: { helplines: readonly ListedHelpline[] }) {
  if (helplines.length === 0) {
    return <p className="border-t border-rule pt-5">{said.noneListed()}</p>;
  }
  return (
    <>
      <OwnFirst
        groups={byCountry(helplines).map(({ country, helplines: inCountry }) => ({
          country,
          shown: (
            <section id={country} className="helplines-of">
              <h2 className="pt-2.5 text-ui text-quiet">{placeName(country)}</h2>
              <ul>
                {inCountry.map((helpline) => (
                  <HelplineEntry key={helpline.name} helpline={helpline} />
                ))}
              </ul>
            </section>
          ),
        }))}
      />
      <p className="border-t border-rule pt-5 text-small text-quiet">{said.notOurs()}</p>
    </>
  );
}
