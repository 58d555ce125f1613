import {
  besidesWords,
  duration,
  longDay,
  number,
  percent,
} from "#components/moderation/insights/words.ts";
import { sumOf } from "#lib/moderation/insights/arithmetic.ts";
import type { Insights } from "#lib/moderation/insights/queries.ts";

/** What one looks for first, in five figures. */
export function KeyFigures({ insights }: { insights: Insights }) {
  const { waiting, besides, period, first, kinds, undone, overturned } = insights;
  const figures = [
    {
      value: number(waiting.at(-1)?.count ?? 0),
      note: besidesWords(besides),
      words: period.untilNow ? "waiting now" : `waited at the end of ${longDay(period.to)}`,
    },
    {
      value: first.overall ? duration(first.overall.median) : "–",
      words: "to half of the first decisions",
    },
    { value: number(sumOf(kinds, ({ count }) => count)), words: "decisions" },
    { value: percent(undone), words: "undone" },
    { value: percent(overturned), words: "of appeals decided otherwise" },
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
