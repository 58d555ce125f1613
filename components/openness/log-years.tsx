import * as records from "#lib/generated/messages/records.ts";
import { localized } from "#lib/locale.ts";
type LogYearsProps = { years: number[]; current: number | null };

/** From one page of the public log to the others. */
export function LogYears({ years, current }: LogYearsProps) {
  if (years.length === 0 && current === null) return null;
  return (
    <nav aria-label={records.otherYears()} className="log-years">
      {current !== null && <a href={localized("/log")}>{records.newestMonths()}</a>}
      {years
        .filter((year) => year !== current)
        .map((year) => (
          <a key={year} href={localized(`/log/${year}`)}>
            {year}
          </a>
        ))}
    </nav>
  );
}
