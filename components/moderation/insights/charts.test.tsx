import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import * as charts from "#components/moderation/insights/charts.tsx";
import { KeyFigures } from "#components/moderation/insights/key-figures.tsx";
import type { Insights } from "#lib/moderation/insights/queries.ts";

const none = { part: 0, whole: 0 };
const empty: Insights = {
  filter: { period: "30", from: null, to: null, call: null },
  calls: [],
  period: { from: "2026-11-14", to: "2026-11-21", days: 8, untilNow: true },
  waiting: [],
  besides: null,
  first: { weeks: [], overall: null },
  kinds: [],
  reasons: [],
  warnings: { all: [], stories: 0, without: 0 },
  undone: none,
  overturned: none,
  byCall: [],
};
const spread = { count: 4, median: 3_600, ninetieth: 7_200 };
const full: Insights = {
  ...empty,
  waiting: [
    { day: "2026-11-20", count: 3 },
    { day: "2026-11-21", count: 6 },
  ],
  first: {
    weeks: [
      { week: "2026-11-09", spread },
      { week: "2026-11-16", spread: null },
    ],
    overall: spread,
  },
  kinds: [{ kind: "APPROVE", count: 8 }],
  reasons: [{ label: "Hard to follow", count: 2 }],
  warnings: {
    all: [{ label: "death", count: 2, by: { MENTIONED: 2, DESCRIBED: 0, GRAPHIC: 0 } }],
    stories: 8,
    without: 6,
  },
  undone: { part: 1, whole: 10 },
  overturned: { part: 0, whole: 2 },
  byCall: [{ title: "The “night”", decisions: 8, first: spread, undone: none, overturned: none }],
};

test("beside what waits stands what else the queue has", () => {
  const figures = (insights: Insights) =>
    renderToStaticMarkup(<KeyFigures insights={insights} />).split("</div>")[0];
  expect(figures({ ...full, besides: { demo: 13, reported: 0 } })).toMatch(
    /<dt>waiting now<\/dt><dd[^>]*>6<\/dd><dd[^>]*>Also in the queue: 13 demo stories\.<\/dd>$/,
  );
  expect(figures(full)).toMatch(/<dt>waiting now<\/dt><dd[^>]*>6<\/dd>$/);
});

describe.each(Object.entries(charts))("%s", (_name, Chart) => {
  test("has a label, a table, a name, and no style of its own", () => {
    const html = renderToStaticMarkup(<Chart insights={full} />);
    expect(html).toMatch(/role="img" aria-label="[^"]{10,}"/);
    expect(html).toMatch(/<details class="more"><summary>.*<table/s);
    expect(html).toMatch(/<figure[^>]* aria-labelledby="(\w+)"><h2 id="\1"/);
    expect(html).not.toMatch(/style=|NaN|undefined/);
  });

  test("of nothing says what will stand there", () => {
    const html = renderToStaticMarkup(<Chart insights={empty} />);
    expect(html).toMatch(/you see here/);
    expect(html).not.toMatch(/<svg|<table/);
  });
});

test("the axis begins at zero, and a line ends in what it says", () => {
  const html = renderToStaticMarkup(<charts.WaitingChart insights={full} />);
  // From the middle of the plot to its top: of six, three and six.
  expect(html).toMatch(/class="visx-linepath chart-line[^"]*" d="M0,75L1000,0"/);
  expect(html).toMatch(/>6 waiting<\/text>/);
  expect(html).toMatch(/y="189"[^>]*>0<\/text>/);
});

test("a week without decisions is a gap, and the line ends before it", () => {
  const html = renderToStaticMarkup(<charts.FirstDecisionChart insights={full} />);
  expect(html).toMatch(/class="visx-linepath chart-line chart-line-second" d="M0,0Z"/);
  expect(html).toMatch(/<circle class="chart-knot chart-knot-main" cx="0%" cy="119"/);
  expect(html).toMatch(/<td>0<\/td><td>–<\/td><td>–<\/td>/);
});
