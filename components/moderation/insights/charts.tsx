import { countMarks, timeMarks } from "#components/moderation/insights/axis.ts";
import { BarRows } from "#components/moderation/insights/bar-rows.tsx";
import { ChartFigure } from "#components/moderation/insights/chart-figure.tsx";
import * as findings from "#components/moderation/insights/findings.ts";
import { LineChart } from "#components/moderation/insights/line-chart.tsx";
import { duration, number, percent, tableDay } from "#components/moderation/insights/words.ts";
import { decisionNames } from "#components/moderation/names.ts";
import * as records from "#lib/generated/messages/records.ts";
import type { Share } from "#lib/moderation/insights/arithmetic.ts";
import type { CallInsights, Insights } from "#lib/moderation/insights/queries.ts";

type Props = { insights: Insights };

const highestOf = (values: (number | null | undefined)[]) =>
  Math.max(0, ...values.map((value) => value ?? 0));

export function WaitingChart({ insights }: Props) {
  const { waiting } = insights;
  return (
    <ChartFigure
      id="waiting"
      title={records.waiting()}
      finding={findings.waitingFinding(insights)}
      empty={records.waitingEmpty()}
      note={records.waitingNote()}
      wide
      table={{
        columns: [records.atTheEndOf(), records.waiting()],
        rows: waiting.map(({ day, count }) => [tableDay(day), number(count)]).toReversed(),
      }}
    >
      {(label) => (
        <LineChart
          label={label}
          days={waiting.map(({ day }) => day)}
          lines={[
            {
              kind: "main",
              words: (count) => records.waitingEnd({ count }),
              values: waiting.map(({ count }) => count),
            },
          ]}
          marks={countMarks(highestOf(waiting.map(({ count }) => count)))}
          say={number}
        />
      )}
    </ChartFigure>
  );
}

export function FirstDecisionChart({ insights }: Props) {
  const { weeks } = insights.first;
  return (
    <ChartFigure
      id="first"
      title={records.first()}
      finding={findings.firstFinding(insights)}
      empty={records.firstEmpty()}
      note={records.firstNote()}
      wide
      table={{
        columns: [records.weekFrom(), records.stories(), records.half(), records.mostOfThem()],
        rows: weeks
          .map(({ week, spread }) => [
            tableDay(week),
            number(spread?.count ?? 0),
            spread ? duration(spread.median) : "–",
            spread ? duration(spread.ninetieth) : "–",
          ])
          .toReversed(),
      }}
    >
      {(label) => (
        <LineChart
          label={label}
          days={weeks.map(({ week }) => week)}
          lines={[
            {
              kind: "main",
              words: (time) => records.halfEnd({ time }),
              values: weeks.map(({ spread }) => spread?.median ?? null),
            },
            {
              kind: "second",
              words: (time) => records.mostEnd({ time }),
              values: weeks.map(({ spread }) => spread?.ninetieth ?? null),
            },
          ]}
          marks={timeMarks(highestOf(weeks.map(({ spread }) => spread?.ninetieth)))}
          say={duration}
        />
      )}
    </ChartFigure>
  );
}

export function KindsChart({ insights }: Props) {
  const { kinds } = insights;
  const counted = kinds.map(({ kind, count }) => ({ label: decisionNames[kind](), count }));
  return (
    <ChartFigure
      id="kinds"
      title={records.decisions()}
      finding={findings.kindsFinding(insights)}
      empty={records.kindsEmpty()}
      table={{ columns: [records.decision(), records.times()], rows: toRows(counted) }}
    >
      {(label) => <BarRows label={label} rows={counted.map(toBar)} />}
    </ChartFigure>
  );
}

export function ReasonsChart({ insights }: Props) {
  const { reasons } = insights;
  return (
    <ChartFigure
      id="reasons"
      title={records.reasons()}
      finding={findings.reasonsFinding(insights)}
      empty={records.reasonsEmpty()}
      table={{ columns: [records.reason(), records.times()], rows: toRows(reasons) }}
    >
      {(label) => <BarRows label={label} rows={reasons.map(toBar)} />}
    </ChartFigure>
  );
}

/** So many are drawn; the table has them all. */
const WARNINGS_DRAWN = 10;

export function WarningsChart({ insights }: Props) {
  const { all, stories } = insights.warnings;
  return (
    <ChartFigure
      id="warnings"
      title={records.warnings()}
      finding={findings.warningsFinding(insights)}
      empty={records.warningsEmpty()}
      note={
        all.length > WARNINGS_DRAWN
          ? records.warningsNoteMost({ count: WARNINGS_DRAWN })
          : records.warningsNote()
      }
      table={{
        columns: [
          records.warning(),
          records.stories(),
          records.mentioned(),
          records.described(),
          records.graphic(),
        ],
        rows: all.map(({ label, count, by }) => [
          label,
          ...[count, by.MENTIONED, by.DESCRIBED, by.GRAPHIC].map(number),
        ]),
      }}
    >
      {(label) => (
        <BarRows label={label} rows={all.slice(0, WARNINGS_DRAWN).map(toBar)} whole={stories} />
      )}
    </ChartFigure>
  );
}

export function ReversalsChart({ insights }: Props) {
  const { undone, overturned } = insights;
  const shares: [string, Share][] = [
    [records.undoneByDecider(), undone],
    [records.otherwiseOnAppeal(), overturned],
  ];
  return (
    <ChartFigure
      id="reversals"
      title={records.reversals()}
      finding={findings.reversalsFinding(insights)}
      empty={records.reversalsEmpty()}
      note={records.reversalsNote()}
      table={{
        columns: [records.what(), records.howMany(), records.of(), records.share()],
        rows: shares.map(([what, share]) => [
          what,
          number(share.part),
          number(share.whole),
          percent(share),
        ]),
      }}
    >
      {(label) => (
        <BarRows
          label={label}
          whole={100}
          rows={shares.map(([what, share]) => ({
            key: what,
            label: what,
            value: share.whole === 0 ? 0 : (100 * share.part) / share.whole,
            words: records.partOfWhole({ ...share, share: percent(share) }),
          }))}
        />
      )}
    </ChartFigure>
  );
}

export function CallsChart({ insights }: Props) {
  const { byCall } = insights;
  return (
    <ChartFigure
      id="calls"
      title={records.byCall()}
      finding={findings.callsFinding(insights)}
      empty={records.callsEmpty()}
      wide
      table={{
        columns: [
          records.call(),
          records.decisions(),
          records.half(),
          records.mostOfThem(),
          records.undone(),
          records.otherwise(),
        ],
        rows: byCall.map(toCallRow),
      }}
    >
      {(label) => (
        <BarRows
          label={label}
          rows={byCall.map(({ title, decisions }, index) => ({
            key: String(index),
            label: title,
            value: decisions,
            words: number(decisions),
          }))}
        />
      )}
    </ChartFigure>
  );
}

function toCallRow({ title, decisions, first, undone, overturned }: CallInsights): string[] {
  return [
    title,
    number(decisions),
    first ? duration(first.median) : "–",
    first ? duration(first.ninetieth) : "–",
    percent(undone),
    percent(overturned),
  ];
}

type Counted = { label: string; count: number };

const toRows = (all: readonly Counted[]) => all.map(({ label, count }) => [label, number(count)]);

const toBar = ({ label, count }: Counted) => ({
  key: label,
  label,
  value: count,
  words: number(count),
});
