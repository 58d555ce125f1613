import {
  besidesWords,
  duration,
  longDay,
  number,
  percent,
} from "#components/moderation/insights/words.ts";
import * as records from "#lib/generated/messages/records.ts";
import { sumOf } from "#lib/moderation/insights/arithmetic.ts";
import type { Insights } from "#lib/moderation/insights/queries.ts";

/** What one looks for first, in five figures. */
export function KeyFigures({ insights }: { insights: Insights }) {
  const { waiting, besides, period, first, kinds, undone, overturned } = insights;
  const figures = [
    {
      value: number(waiting.at(-1)?.count ?? 0),
      note: besidesWords(besides),
      words: period.untilNow
        ? records.figureWaiting()
        : records.figureWaited({ day: longDay(period.to) }),
    },
    {
      value: first.overall ? duration(first.overall.median) : "–",
      words: records.figureFirst(),
    },
    { value: number(sumOf(kinds, ({ count }) => count)), words: records.figureDecisions() },
    { value: percent(undone), words: records.figureUndone() },
    { value: percent(overturned), words: records.figureOverturned() },
  ];
  return (
    <dl className="key-figures">
      {figures.map(({ value, words, note }) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd className="key-figure">{value}</dd>
          {note && <dd className="key-figure-note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
