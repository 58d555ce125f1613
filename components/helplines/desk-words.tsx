import { HelplineContact } from "#components/helplines/helpline-contact.tsx";
import { HelplineFor } from "#components/helplines/helpline-for.tsx";
import { Day } from "#components/ui/day.tsx";
import type { HelplineAtDesk } from "#lib/helplines/queries.ts";

/** A helpline and where it is from, as those who look after it see it. */
export function DeskWords({ helpline }: { helpline: HelplineAtDesk }) {
  const { url, sourceUrl, checkedOn, checkedBy, old } = helpline;
  return (
    <>
      <HelplineContact helpline={helpline} />
      <HelplineFor helpline={helpline} />
      <dl className="desk-helpline-facts">
        <dt>Page</dt>
        <dd>
          <a href={url}>{shown(url)}</a>
        </dd>
        <dt>Source</dt>
        <dd>
          <a href={sourceUrl}>{shown(sourceUrl)}</a>
        </dd>
        <dt>Checked</dt>
        <dd>
          <Day iso={checkedOn} />
          {checkedBy && (
            <>
              , by <bdi>{checkedBy}</bdi>
            </>
          )}
          {old && <strong className="desk-old">Over a year ago</strong>}
        </dd>
      </dl>
    </>
  );
}

const shown = (url: string) => url.replace(/^https:\/\/(www\.)?/, "").replace(/\/$/, "");
