import { Select, TextInput } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import { Button } from "#components/ui/button.tsx";
import { firstDay, lastDay } from "#lib/calls/schema.ts";
import { MOST_DAYS } from "#lib/moderation/insights/arithmetic.ts";
import type { Insights } from "#lib/moderation/insights/queries.ts";
import { type PeriodName, periods } from "#lib/moderation/insights/schema.ts";

const periodNames: Record<PeriodName, string> = {
  "30": "Last 30 days",
  "90": "Last 90 days",
  "365": "A year",
  dates: "Between two days",
};

type InsightsFiltersProps = Pick<Insights, "filter" | "period" | "calls">;

/** Narrows the insights by their address. The days are there once it is between two of them. */
export function InsightsFilters({ filter, period, calls }: InsightsFiltersProps) {
  return (
    <form
      method="get"
      action="/moderation/insights"
      aria-label="Choose what the insights are about"
      className="insight-filters"
    >
      <Field id="period" label="Period">
        {(aria) => (
          <Select name="period" defaultValue={filter.period} {...aria}>
            {periods.map((name) => (
              <option key={name} value={name}>
                {periodNames[name]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {(["from", "to"] as const).map((name) => (
        <Field
          key={name}
          id={name}
          label={name === "from" ? "From" : "Until"}
          className="insight-day"
        >
          {(aria) => (
            <TextInput
              type="date"
              name={name}
              min={firstDay}
              max={lastDay}
              defaultValue={filter.period === "dates" ? period[name] : ""}
              {...aria}
            />
          )}
        </Field>
      ))}
      {calls.length > 1 && (
        <Field id="call" label="Call">
          {(aria) => (
            <Select name="call" defaultValue={filter.call ?? ""} {...aria}>
              <option value="">All</option>
              {calls.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Button>Show</Button>
      <p className="insight-hint insight-day">{MOST_DAYS} days at most, until today.</p>
    </form>
  );
}
