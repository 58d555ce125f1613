/** Everything that has to hold, one after the other. The last line is `N passed, N failed`. */
import { rm } from "node:fs/promises";
import path from "node:path";
import { step } from "#scripts/steps.mjs";
import { buildSite, generate } from "#server/build.ts";
import { StartFailure } from "#server/failure.ts";
import { findBrowser } from "./browser.ts";
import { runE2e } from "./e2e.ts";
import { emptyTestFolder, openTestFolder, startTestPostgres } from "./postgres.ts";
import { type Tally, add, readVitest } from "./tally.ts";
import { root, runTool, testFolder } from "./tool.ts";

type Outcome = { tally: Tally; output?: string };

const only = process.argv[2];
const wants = (name: string) => only === undefined || only === name;

const wish = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => wish.abort(signal));
const { signal } = wish;

const tallies: Tally[] = [];

/** Tells how it went; what was said is shown when something failed. Goes on to the next either way. */
async function suite(name: string, work: (progress: (text: string) => void) => Promise<Outcome>) {
  let outcome: Outcome | undefined;
  const attempt = async (progress: (text: string) => void) => {
    outcome = await work(progress).catch((error: unknown) => {
      signal.throwIfAborted();
      const output = error instanceof StartFailure ? error.message : String(error);
      return { tally: { passed: 0, failed: 1 }, output };
    });
    if (outcome.tally.failed) throw new Failed();
    return outcome;
  };
  const count = ({ tally }: Outcome) =>
    tally.passed === 1 ? name : `${name}: ${tally.passed} passed`;
  await step(name, attempt, count).catch((error: unknown) => {
    if (!(error instanceof Failed)) throw error;
  });
  if (!outcome) return;
  if (outcome.tally.failed && outcome.output) console.log(`\n${outcome.output.trim()}\n`);
  tallies.push(outcome.tally);
}

class Failed extends Error {}

type Tool = [script: string, ...args: string[]];

/** Checks that need nothing of each other, side by side; the tools of one come one after the other. */
async function checks(name: string, ...all: Tool[][]) {
  await suite(name, async () => {
    const outcomes = await Promise.all(all.map(check));
    const output = outcomes.map((outcome) => outcome.output ?? "").join("\n");
    return { tally: add(outcomes.map(({ tally }) => tally)), output };
  });
}

async function check(tools: Tool[]): Promise<Outcome> {
  for (const [script, ...args] of tools) {
    const { code, output } = await runTool({ script, args, signal });
    if (code !== 0) return { tally: { passed: 0, failed: 1 }, output };
  }
  return { tally: { passed: 1, failed: 0 } };
}

async function vitest(name: string, project: string, env?: Record<string, string>) {
  await suite(name, async () => {
    const report = path.join(testFolder, `${project}.json`);
    const { code, output } = await runTool({
      script: "vitest/vitest.mjs",
      args: [
        ...["run", "--project", project],
        ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
      ],
      env,
      signal,
    });
    return { tally: await readVitest(report, code), output };
  });
}

/** Undefined when there is none: everything else can still be tested. */
async function browserFor(): Promise<string | undefined> {
  if (!wants("e2e")) return undefined;
  try {
    const name = (found: string) => `Browser: ${found || "Playwright's own"}`;
    return await step("Looking for a browser", findBrowser, name);
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    console.log(`\n${error.message}\n`);
    tallies.push({ passed: 0, failed: 1 });
    return undefined;
  }
}

async function runAll() {
  const browser = await browserFor();
  await step("Writing what is generated", () => generate({ signal }));
  if (!only) {
    await checks(
      "Formatting, lint and types",
      [["prettier/bin/prettier.cjs", "--check", "."]],
      [["eslint/bin/eslint.js", ".", "--max-warnings", "0"]],
      [
        ["next/dist/bin/next", "typegen"],
        ["typescript/bin/tsc", "--noEmit"],
      ],
    );
    await vitest("Unit tests", "unit");
  }
  const postgres = await step("Starting PostgreSQL for the tests", startTestPostgres);
  try {
    if (wants("integration")) {
      await vitest("Integration tests", "integration", { TEST_DATABASE_URL: postgres.url });
    }
    if (!wants("e2e")) return;
    await suite("Production build", async (progress) => {
      await buildSite({ signal, progress });
      return { tally: { passed: 1, failed: 0 } };
    });
    if (browser === undefined) return;
    await suite("End-to-end tests", () => runE2e({ adminUrl: postgres.url, browser, signal }));
  } finally {
    await postgres.stop();
  }
}

async function main(): Promise<number> {
  try {
    const folder = await openTestFolder();
    try {
      await runAll();
    } finally {
      await emptyTestFolder();
      folder.release();
      await rm(testFolder, { recursive: true, force: true });
    }
  } catch (error) {
    if (signal.aborted) return 130;
    console.log(error instanceof StartFailure ? `\n${error.message}` : error);
    tallies.push({ passed: 0, failed: 1 });
  }
  const { passed, failed } = add(tallies);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

process.chdir(root);
process.exit(await main());
