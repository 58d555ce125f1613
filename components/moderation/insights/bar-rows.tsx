import { scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";

export type BarRow = {
  key: string;
  label: string;
  value: number;
  /** How the value is said. */
  words: string;
};

type BarRowsProps = {
  /** What it shows, in words. */
  label: string;
  rows: BarRow[];
  /** What the whole width stands for; the largest value, unless it is said. */
  whole?: number;
};

/** Bars from zero, each under its name and with its figure. Drawn on the server. */
export function BarRows({ label, rows, whole }: BarRowsProps) {
  const highest = whole ?? Math.max(...rows.map(({ value }) => value), 1);
  return (
    <div className="bars" role="img" aria-label={label}>
      {rows.map(({ key, label, value, words }) => (
        <div key={key} className="bar-row">
          <span dir="auto">{label}</span>
          <span className="bar-words">{words}</span>
          <BarLine value={value} whole={highest} />
        </div>
      ))}
    </div>
  );
}

/** One of them: a hairline as long as the whole, and on it a bar. */
export function BarLine({ value, whole }: { value: number; whole: number }) {
  const along = scaleLinear<number>({ domain: [0, Math.max(whole, 1)], range: [0, 100] });
  return (
    <svg className="bar-line" width="100%" height="8" aria-hidden="true">
      <line className="chart-rule" x1="0" x2="100%" y1="4" y2="4" />
      {value > 0 && (
        <Bar className="bar" x="0" y="2" width={`${along(value)}%`} height="4" rx="1" />
      )}
    </svg>
  );
}
