import { ChoiceField, DayField } from "#components/forms/narrowing-fields.tsx";
import { decisionNames } from "#components/moderation/names.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import * as records from "#lib/generated/messages/records.ts";
import { localized } from "#lib/locale.ts";
import type { LogChoices } from "#lib/moderation/log/queries.ts";
import { type LogFilter, isNarrowed, logQuery } from "#lib/moderation/log/schema.ts";

/**
 * Narrows the log by its address, so that what is shown can be kept and passed on. Folded on a
 * telephone; where there is room its style lays it open.
 */
export function LogFilters({ filter, choices }: { filter: LogFilter; choices: LogChoices }) {
  const { moderators, reasons, calls } = choices;
  const kinds = Object.entries(decisionNames).map(([value, name]) => ({ value, label: name() }));
  return (
    <details className="log-narrow more" open={isNarrowed(filter) || undefined}>
      <summary>{records.narrowOrExport()}</summary>
      <form
        method="get"
        action={localized("/moderation/log")}
        aria-label={records.narrow()}
        className="log-filters"
      >
        <ChoiceField name="kind" label={records.decision()} choices={kinds} filter={filter} />
        <ChoiceField name="reason" label={records.reason()} choices={reasons} filter={filter} />
        <ChoiceField
          name="moderator"
          label={records.decidedBy()}
          all={records.everyone()}
          choices={moderators}
          filter={filter}
        />
        <ChoiceField name="call" label={records.call()} choices={calls} filter={filter} />
        <DayField name="from" label={records.from()} filter={filter} />
        <DayField name="to" label={records.until()} filter={filter} />
        <div className="log-filter-acts">
          <Button>{records.show()}</Button>
          {isNarrowed(filter) && <a href={localized("/moderation/log")}>{records.showAll()}</a>}
          <ButtonLink tone="quiet" href={localized(`/moderation/log/export${logQuery(filter)}`)}>
            {records.exportIt()}
          </ButtonLink>
        </div>
      </form>
    </details>
  );
}
