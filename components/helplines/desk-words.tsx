import type { ReactNode } from "react";
import { HelplineContact } from "#components/helplines/helpline-contact.tsx";
import { HelplineFor } from "#components/helplines/helpline-for.tsx";
import { hostOf } from "#components/helplines/host-of.ts";
import { Day } from "#components/ui/day.tsx";
import { hidden } from "#components/ui/hidden.tsx";
import * as said from "#lib/generated/messages/helplines.ts";
import type { HelplineAtDesk } from "#lib/helplines/queries.ts";

/** A helpline and where it is from, as those who look after it see it. */
export function DeskWords({ helpline }: { helpline: HelplineAtDesk }) {
  const { url, sourceUrl, checkedOn, checkedBy, old } = helpline;
  const from = {
    day: () => <Day iso={checkedOn} />,
    host: hostOf(sourceUrl),
    link: (words: ReactNode) => <a href={sourceUrl}>{words}</a>,
    hidden,
  };
  return (
    <>
      <HelplineContact helpline={helpline}>
        <a href={url} className="inline-flex min-h-target items-center">
          {hostOf(url)}
        </a>
      </HelplineContact>
      <HelplineFor helpline={helpline} />
      <p className="text-small text-quiet">
        {old && <strong className="desk-old">{said.overAYear()} </strong>}
        {checkedBy
          ? said.checkedBy({ ...from, name: checkedBy, who: (name) => <bdi>{name}</bdi> })
          : said.checked(from)}
      </p>
    </>
  );
}
