import { Select } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import { ChoiceField, DayField } from "#components/forms/narrowing-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import * as records from "#lib/generated/messages/records.ts";
import { localized } from "#lib/locale.ts";
import { MOST_DAYS } from "#lib/moderation/insights/arithmetic.ts";
import type { Insights } from "#lib/moderation/insights/queries.ts";
import { type PeriodName, periods } from "#lib/moderation/insights/schema.ts";

const periodNames: Record<PeriodName, () => string> = {
  "30": records.last30,
  "90": records.last90,
  "365": records.last365,
  dates: records.betweenDays,
};

type InsightsFiltersProps = Pick<Insights, "filter" | "period" | "calls">;

/** Narrows the insights by their address. The days are there once it is between two of them. */
export function InsightsFilters({ filter, period, calls }: InsightsFiltersProps) {
  const isDates = filter.period === "dates";
  const days = { from: isDates ? period.from : null, to: isDates ? period.to : null };
  return (
    <form
      method="get"
      action={localized("/moderation/insights")}
      aria-label={records.chooseInsights()}
      className="insight-filters"
    >
      <Field id="period" label={records.period()}>
        {(aria) => (
          <Select name="period" defaultValue={filter.period} {...aria}>
            {periods.map((name) => (
              <option key={name} value={name}>
                {periodNames[name]()}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <DayField name="from" label={records.from()} filter={days} className="insight-day" />
      <DayField name="to" label={records.until()} filter={days} className="insight-day" />
      {calls.length > 1 && (
        <ChoiceField name="call" label={records.call()} filter={filter} choices={calls} />
      )}
      <Button>{records.show()}</Button>
      <p className="insight-hint insight-day">{records.mostDays({ days: MOST_DAYS })}</p>
    </form>
  );
}
