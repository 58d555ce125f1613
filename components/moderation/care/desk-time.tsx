import { BarLine } from "#components/moderation/insights/bar-rows.tsx";
import { duration, longDay } from "#components/moderation/insights/words.ts";
import type { DeskDay } from "#lib/moderation/care/queries.ts";

/** Today's time at the desk, and that of the days before. `days` are the newest first. */
export function DeskTime({ days }: { days: DeskDay[] }) {
  const [today] = days;
  const longest = Math.max(...days.map(({ seconds }) => seconds));
  return (
    <>
      <p className="desk-today">
        <strong>{duration(today?.seconds ?? 0)}</strong> today
      </p>
      {longest === 0 ? (
        <p className="text-ui text-quiet">
          Nothing yet in the last {days.length} days. While you have a story open and work on it,
          the time is counted here.
        </p>
      ) : (
        <table className="desk-days">
          <caption className="sr-only">Your time at the desk, the last {days.length} days</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Time</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, seconds }) => (
              <tr key={day}>
                <th scope="row">{longDay(day)}</th>
                <td>
                  <span>{duration(seconds)}</span>
                  <BarLine value={seconds} whole={longest} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
