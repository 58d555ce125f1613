import { countMarks, timeMarks } from "#components/moderation/insights/axis.ts";
import { BarRows } from "#components/moderation/insights/bar-rows.tsx";
import { ChartFigure } from "#components/moderation/insights/chart-figure.tsx";
import * as findings from "#components/moderation/insights/findings.ts";
import { LineChart } from "#components/moderation/insights/line-chart.tsx";
import { duration, number, percent, tableDay } from "#components/moderation/insights/words.ts";
import { decisionNames } from "#components/moderation/names.ts";
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
      title="Waiting"
      finding={findings.waitingFinding(insights)}
      empty="No story waited in this time. When some do, you see here how many were left at the end of each day."
      note="Stories, changes and appeals that waited for a moderator at the end of each day."
      wide
      table={{
        columns: ["At the end of", "Waiting"],
        rows: waiting.map(({ day, count }) => [tableDay(day), number(count)]).toReversed(),
      }}
    >
      {(label) => (
        <LineChart
          label={label}
          days={waiting.map(({ day }) => day)}
          lines={[{ kind: "main", words: "% waiting", values: waiting.map(({ count }) => count) }]}
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
      title="Time to the first decision"
      finding={findings.firstFinding(insights)}
      empty="No story had its first decision in this time. Once some have, you see here how long they had waited for it, week by week."
      note="From sending a story to the first decision on it, by the week of the decision. Weeks begin on Monday."
      wide
      table={{
        columns: ["Week from", "Stories", "Half within", "Nine of ten within"],
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
              words: "half within %",
              values: weeks.map(({ spread }) => spread?.median ?? null),
            },
            {
              kind: "second",
              words: "nine of ten within %",
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
  const counted = kinds.map(({ kind, count }) => ({ label: decisionNames[kind], count }));
  return (
    <ChartFigure
      id="kinds"
      title="Decisions"
      finding={findings.kindsFinding(insights)}
      empty="Nothing was decided in this time. Once something is, you see here how often what was."
      table={{ columns: ["Decision", "Times"], rows: toRows(counted) }}
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
      title="Reasons"
      finding={findings.reasonsFinding(insights)}
      empty="No reason was given in this time. When a story is returned, rejected or taken down, you see here why."
      table={{ columns: ["Reason", "Times"], rows: toRows(reasons) }}
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
      title="Content warnings"
      finding={findings.warningsFinding(insights)}
      empty="No story with a content warning was approved in this time. Once one is, you see here what stories contain."
      note={
        all.length > WARNINGS_DRAWN
          ? `The ${WARNINGS_DRAWN} most frequent, as readers see them now. The table has all.`
          : "As readers see them now."
      }
      table={{
        columns: ["Content warning", "Stories", "Mentioned", "Described", "Graphic"],
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
    ["Undone by whoever decided", undone],
    ["Decided otherwise on appeal", overturned],
  ];
  return (
    <ChartFigure
      id="reversals"
      title="Undone and overturned"
      finding={findings.reversalsFinding(insights)}
      empty="Nothing was decided in this time. Once something is, you see here how much of it was undone, or decided otherwise on appeal."
      note="Each bar of all decisions, and of all answers to appeals. What was undone counts nowhere else."
      table={{
        columns: ["What", "How many", "Of", "Share"],
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
            words: `${number(share.part)} of ${number(share.whole)}, ${percent(share)}`,
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
      title="By call"
      finding={findings.callsFinding(insights)}
      empty="Nothing was decided in this time. Once something is, you see here on stories for which call."
      wide
      table={{
        columns: [
          "Call",
          "Decisions",
          "Half within",
          "Nine of ten within",
          "Undone",
          "Otherwise on appeal",
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
