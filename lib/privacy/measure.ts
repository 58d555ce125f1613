/** Precision and recall of the checks over the examples. */
import type { Example } from "./examples.ts";
import { type Finding, findingKindNames, isRefused } from "./findings.ts";

export type Measured = { example: Example; found: readonly Finding[] };

export type Row = {
  name: string;
  /** That have at least one of this kind, or in which one was found. */
  examples: number;
  found: number;
  wrong: number;
  missed: number;
  /** Of what was found, how much is right; null: nothing was found. */
  precision: number | null;
  /** Of what is there, how much was found; null: nothing is there. */
  recall: number | null;
};

type Outcome = { found: Finding[]; wrong: Finding[]; missed: Finding[] };

/** A row for each kind, and for the refused and the pointed-out kinds together. */
export function measure(measured: readonly Measured[]): Row[] {
  const outcomes = measured.map(compare);
  const row = (name: string, includes: (finding: Finding) => boolean): Row => {
    const [found, wrong, missed] = (["found", "wrong", "missed"] as const).map((part) =>
      outcomes.reduce((sum, outcome) => sum + outcome[part].filter(includes).length, 0),
    ) as [number, number, number];
    const examples = outcomes.filter((outcome) =>
      [...outcome.found, ...outcome.wrong, ...outcome.missed].some(includes),
    ).length;
    const share = (part: number) => (part === 0 ? null : found / part);
    return {
      name,
      examples,
      found,
      wrong,
      missed,
      precision: share(found + wrong),
      recall: share(found + missed),
    };
  };
  return [
    ...findingKindNames.map((kind) => row(kind, (finding) => finding.kind === kind)),
    row("refused", isRefused),
    row("pointed out", (finding) => !isRefused(finding)),
  ];
}

export function failures(measured: readonly Measured[]) {
  return measured
    .map((each) => ({ example: each.example, ...compare(each) }))
    .filter(({ wrong, missed }) => wrong.length + missed.length > 0)
    .map(({ example: { text, exception }, wrong, missed }) => {
      const words = ({ kind, start, end }: Finding) => `${kind} “${text.slice(start, end)}”`;
      return { text, exception, missed: missed.map(words), wrong: wrong.map(words) };
    });
}

/** Each finding is right for at most one of what is expected, and the other way round. */
export function compare({ example, found }: Measured): Outcome {
  const left = [...found];
  const missed: Finding[] = [];
  const right: Finding[] = [];
  for (const expected of example.expected) {
    const at = left.findIndex((finding) => isSame(finding, expected));
    if (at < 0) missed.push(expected);
    else right.push(...left.splice(at, 1));
  }
  return { found: right, wrong: left, missed };
}

/** Something refused has to be covered whole, or part of it is published; for a hint, half will do. */
function isSame(finding: Finding, expected: Finding): boolean {
  if (finding.kind !== expected.kind) return false;
  if (isRefused(expected)) return finding.start <= expected.start && finding.end >= expected.end;
  const shared = Math.min(finding.end, expected.end) - Math.max(finding.start, expected.start);
  const longer = Math.max(finding.end - finding.start, expected.end - expected.start);
  return shared * 2 >= longer;
}
