import { BarLine } from "#components/moderation/insights/bar-rows.tsx";
import { duration, longDay } from "#components/moderation/insights/words.ts";
import * as care from "#lib/generated/messages/care.ts";
import type { DeskDay } from "#lib/moderation/care/queries.ts";

/** Today's time at the desk, and that of the days before. `days` are the newest first. */
export function DeskTime({ days }: { days: DeskDay[] }) {
  const [today] = days;
  const longest = Math.max(...days.map(({ seconds }) => seconds));
  return (
    <>
      <p className="desk-today">
        {care.today({
          time: (words) => <strong>{words}</strong>,
          spent: duration(today?.seconds ?? 0),
        })}
      </p>
      {longest === 0 ? (
        <p className="text-ui text-quiet">{care.noTime({ days: days.length })}</p>
      ) : (
        <table className="desk-days">
          <caption className="sr-only">{care.timeTable({ days: days.length })}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{care.day()}</th>
              <th scope="col">{care.spent()}</th>
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
