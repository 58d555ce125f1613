import { scaleLinear, scalePoint } from "@visx/scale";
import { AreaClosed, LinePath } from "@visx/shape";
import { spreadMarks } from "#components/moderation/insights/axis.ts";
import { shortDay } from "#components/moderation/insights/words.ts";

type Line = {
  /** How it is drawn: not by colour alone. */
  kind: "main" | "second";
  /** What stands at its end, of its last value as it is said. */
  words: (value: string) => string;
  values: (number | null)[];
};

type LineChartProps = {
  /** What it shows, in words. */
  label: string;
  /** One for each value. */
  days: string[];
  /** The lower one first. */
  lines: Line[];
  /** Of the axis, from zero. */
  marks: number[];
  say: (value: number) => string;
};

// In CSS pixels, whatever the width: only the plot between is stretched, so that words never are.
const TOP = 44;
const PLOT = 150;
const BOTTOM = 28;
const HEIGHT = TOP + PLOT + BOTTOM;
/** Of the plot's own coordinates. */
const WIDTH = 1_000;

type Point = { x: number; y: number | null };

/** Lines over days, each with what it ends at beside its end. Drawn on the server. */
export function LineChart({ label, days, lines, marks, say }: LineChartProps) {
  const along = scalePoint<number>({ domain: days.map((_, index) => index), range: [0, WIDTH] });
  const up = scaleLinear<number>({ domain: [0, marks.at(-1) ?? 1], range: [PLOT, 0] });
  const x = (index: number) => along(index) ?? 0;
  const height = (mark: number) => TOP + up(mark);
  const points = ({ values }: Line): Point[] =>
    values.map((value, index) => ({ x: x(index), y: value === null ? null : up(value) }));
  const ends = toEnds(lines, (index, value) => ({ at: percentOf(x(index)), y: height(value) }));
  const dates = spreadMarks(days.length);
  return (
    <svg className="chart" role="img" aria-label={label} width="100%" height={HEIGHT}>
      {marks.map((mark) => (
        <line
          key={mark}
          className={mark === 0 ? "chart-base" : "chart-rule"}
          x1="0"
          x2="100%"
          y1={height(mark)}
          y2={height(mark)}
        />
      ))}
      <svg
        className="chart-plot"
        aria-hidden="true"
        y={TOP}
        width="100%"
        height={PLOT}
        viewBox={`0 0 ${WIDTH} ${PLOT}`}
        preserveAspectRatio="none"
      >
        {lines.map((line) => (
          <PlotLine key={line.kind} kind={line.kind} points={points(line)} />
        ))}
      </svg>
      {marks.map((mark) => (
        <text key={mark} className="chart-mark" x="0" y={height(mark) - 5}>
          {say(mark)}
        </text>
      ))}
      {ends.map(({ kind, at, y, words, value, baseline }) => (
        <g key={kind}>
          <line className="chart-rule" x1={`${at}%`} x2={`${at}%`} y1={baseline + 4} y2={y} />
          <circle className={`chart-knot chart-knot-${kind}`} cx={`${at}%`} cy={y} r="4" />
          <text
            className="chart-end"
            x={`${at}%`}
            y={baseline}
            textAnchor={at > 50 ? "end" : "start"}
          >
            {words(say(value))}
          </text>
        </g>
      ))}
      {dates.map((index, place) => (
        <text
          key={index}
          className="chart-mark"
          x={`${percentOf(x(index))}%`}
          y={HEIGHT - 8}
          textAnchor={anchorOf(place, dates.length)}
        >
          {shortDay(days[index] ?? "")}
        </text>
      ))}
    </svg>
  );
}

/** A line; where there is nothing, a gap. */
function PlotLine({ kind, points }: { kind: Line["kind"]; points: Point[] }) {
  const place = {
    data: points,
    x: ({ x }: Point) => x,
    y: ({ y }: Point) => y ?? PLOT,
    defined: ({ y }: Point) => y !== null,
  };
  const floor = scaleLinear<number>({ domain: [0, 1], range: [PLOT, 0] });
  return (
    <g>
      {kind === "main" && <AreaClosed className="chart-area" {...place} yScale={floor} />}
      <LinePath className={`chart-line chart-line-${kind}`} {...place} fill="none" />
    </g>
  );
}

const percentOf = (x: number) => x / (WIDTH / 100);

type End = Pick<Line, "kind" | "words"> & { value: number; at: number; y: number };

/** Between two lines of words. */
const LEADING = 18;

/** So much of a line, in percent, may run under the words at its end where the window is narrow. */
const UNDER_WORDS = 50;

/** Where lines end, from the lowest up, each one's words above it and clear of those below. */
function toEnds(lines: Line[], place: (index: number, value: number) => { at: number; y: number }) {
  let above = Infinity;
  return lines.flatMap(({ kind, words, values }): (End & { baseline: number })[] => {
    const points = values.flatMap((value, index) =>
      value === null ? [] : [{ value, ...place(index, value) }],
    );
    const last = points.at(-1);
    if (!last) return [];
    const near = points.filter(({ at }) => Math.abs(last.at - at) <= UNDER_WORDS);
    above = Math.min(...near.map(({ y }) => y - 8), above - LEADING);
    return [{ kind, words, ...last, baseline: above }];
  });
}

function anchorOf(place: number, count: number): "start" | "middle" | "end" {
  if (place === 0) return count === 1 ? "middle" : "start";
  return place === count - 1 ? "end" : "middle";
}
