import { ChoiceField, DayField } from "#components/forms/narrowing-fields.tsx";
import { decisionNames } from "#components/moderation/names.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { localized } from "#lib/locale.ts";
import type { LogChoices } from "#lib/moderation/log/queries.ts";
import { type LogFilter, isNarrowed, logQuery } from "#lib/moderation/log/schema.ts";

const kinds = Object.entries(decisionNames).map(([value, label]) => ({ value, label }));

/**
 * Narrows the log by its address, so that what is shown can be kept and passed on. Folded on a
 * telephone; where there is room its style lays it open.
 */
export function LogFilters({ filter, choices }: { filter: LogFilter; choices: LogChoices }) {
  const { moderators, reasons, calls } = choices;
  return (
    <details className="log-narrow more" open={isNarrowed(filter) || undefined}>
      <summary>Narrow or export</summary>
      <form
        method="get"
        action={localized("/moderation/log")}
        aria-label="Narrow the log"
        className="log-filters"
      >
        <ChoiceField name="kind" label="Decision" choices={kinds} filter={filter} />
        <ChoiceField name="reason" label="Reason" choices={reasons} filter={filter} />
        <ChoiceField
          name="moderator"
          label="Decided by"
          all="Everyone"
          choices={moderators}
          filter={filter}
        />
        <ChoiceField name="call" label="Call" choices={calls} filter={filter} />
        <DayField name="from" label="From" filter={filter} />
        <DayField name="to" label="Until" filter={filter} />
        <div className="log-filter-acts">
          <Button>Show</Button>
          {isNarrowed(filter) && <a href={localized("/moderation/log")}>Show all</a>}
          <ButtonLink tone="quiet" href={localized(`/moderation/log/export${logQuery(filter)}`)}>
            Export as CSV
          </ButtonLink>
        </div>
      </form>
    </details>
  );
}
