/** What passed and what failed. A check (formatting, lint, types, build) counts as one test. */
import { readFile } from "node:fs/promises";

export type Tally = { passed: number; failed: number };

export function add(tallies: Tally[]): Tally {
  const sum = (name: keyof Tally) => tallies.reduce((total, tally) => total + tally[name], 0);
  return { passed: sum("passed"), failed: sum("failed") };
}

/** From Vitest's JSON report. A file that could not be loaded has no tests, but has failed. */
export async function readVitest(file: string, exitCode: number | null): Promise<Tally> {
  const report = await readJson<{ numPassedTests: number; numFailedTests: number }>(file);
  const tally = { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
  return atLeastOneFailed(tally, report !== null && exitCode === 0);
}

/** From Playwright's JSON report. A test that passed only at another try has failed. */
export async function readPlaywright(file: string, exitCode: number | null): Promise<Tally> {
  const report = await readJson<{
    stats: { expected: number; unexpected: number; flaky: number };
  }>(file);
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return atLeastOneFailed(
    { passed: expected, failed: unexpected + flaky },
    report !== null && exitCode === 0,
  );
}

function atLeastOneFailed(tally: Tally, succeeded: boolean): Tally {
  return succeeded ? tally : { ...tally, failed: Math.max(tally.failed, 1) };
}

async function readJson<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as T;
  } catch {
    return null;
  }
}
