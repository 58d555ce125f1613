import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { add, readPlaywright, readVitest } from "./tally.ts";

async function report(content: unknown) {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "vignette-tally-")), "report.json");
  await writeFile(file, JSON.stringify(content));
  return file;
}

it("counts what the reports say", async () => {
  const vitest = await report({ numPassedTests: 7, numFailedTests: 2 });
  expect(await readVitest(vitest, 1)).toEqual({ passed: 7, failed: 2 });
  const playwright = await report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } });
  expect(await readPlaywright(playwright, 1)).toEqual({ passed: 5, failed: 2 });
});

it("counts a failure where there is none in the report, or no report", async () => {
  const vitest = await report({ numPassedTests: 7, numFailedTests: 0 });
  expect(await readVitest(vitest, 1)).toEqual({ passed: 7, failed: 1 });
  expect(await readPlaywright("/nowhere", 1)).toEqual({ passed: 0, failed: 1 });
});

it("does not take a missing report for success", async () => {
  expect(await readVitest("/nowhere", 0)).toEqual({ passed: 0, failed: 1 });
});

it("adds up", () => {
  expect(add([])).toEqual({ passed: 0, failed: 0 });
  expect(
    add([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 });
});
