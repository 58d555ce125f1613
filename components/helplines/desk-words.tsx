import { HelplineContact } from "#components/helplines/helpline-contact.tsx";
import { HelplineFor } from "#components/helplines/helpline-for.tsx";
import { hostOf } from "#components/helplines/host-of.ts";
import { Day } from "#components/ui/day.tsx";
import type { HelplineAtDesk } from "#lib/helplines/queries.ts";

/** A helpline and where it is from, as those who look after it see it. */
export function DeskWords({ helpline }: { helpline: HelplineAtDesk }) {
  const { url, sourceUrl, checkedOn, checkedBy, old } = helpline;
  return (
    <>
      <HelplineContact helpline={helpline}>
        <a href={url} className="inline-flex min-h-target items-center">
          {hostOf(url)}
        </a>
      </HelplineContact>
      <HelplineFor helpline={helpline} />
      <p className="text-small text-quiet">
        {old && <strong className="desk-old">Over a year ago: </strong>}
        Checked <Day iso={checkedOn} />
        {checkedBy && (
          <>
            {" "}
            by <bdi>{checkedBy}</bdi>
          </>
        )}{" "}
        with{" "}
        <a href={sourceUrl}>
          <span className="sr-only">its source, </span>
          {hostOf(sourceUrl)}
        </a>
      </p>
    </>
  );
}
