/**
 * `npm run bench -- scale`: what the database takes for each page with 1,000,000 stories, beside 10,000,
 * asked in turn; that none goes through all stories; searches made to be slow; and a thousand hearts.
 */
import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { wildSearches } from "#lib/testing/scale/wild-searches.ts";
import { explaining, nested } from "#lib/testing/scale/plans.ts";
import { makeFilled } from "./databases.ts";
import { median, printTable } from "./figures.ts";
import { measureHearts } from "./hearts.ts";
import type { Answer, Asked } from "./scale-side.ts";
import { AUTH_SECRET, keep, startSite } from "./servers.ts";

const STORIES = { few: 10_000, many: 1_000_000 };
const ROUNDS = 15;
const WARM = 3;

/** What a search may take, whatever is asked. */
const SEARCH_MS = 500;

type Side = { ask(asked: Asked): Promise<Answer>; names: string[]; child: ChildProcess };

async function openSide(databaseUrl: string, folder: string): Promise<Side> {
  const child = fork(path.join(import.meta.dirname, "scale-side.ts"), {
    execArgv: ["--conditions=react-server", "--no-deprecation"],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      AUTH_SECRET,
      SITE_URL: "http://127.0.0.1",
      LOG_LEVEL: "silent",
      DATA_DIR: folder,
    },
  });
  keep(child);
  const ended = new Promise<never>((_, reject) =>
    child.once("exit", () => reject(new Error("One of the sides has ended."))),
  );
  ended.catch(() => undefined); // in the end they do
  const next = async () => {
    const told = new Promise<Partial<Answer>>((resolve) => child.once("message", resolve));
    return { names: [], ms: 0, scanned: [], said: "", ...(await Promise.race([told, ended])) };
  };
  const { names } = await next();
  const ask = (asked: Asked) => {
    child.send(asked);
    return next();
  };
  return { ask, names, child };
}

export async function measureScale(postgresUrl: string, folder: string): Promise<void> {
  const url = {
    few: await makeFilled(postgresUrl, "few", STORIES.few),
    many: await makeFilled(postgresUrl, "many", STORIES.many),
  };
  const few = await openSide(explaining(url.few), folder);
  const many = await openSide(explaining(url.many), folder);
  await compareSurfaces(few, many);
  await compareJobs(few, many);
  for (const { child } of [few, many]) child.kill();
  const plain = await openSide(url.many, folder);
  await measureSearches(plain);
  plain.child.kill();
  await findScans(await openSide(explaining(url.many, nested), folder));
  await measureHearts(await startSite(url.many, folder), url.many);
}

async function compareSurfaces(few: Side, many: Side): Promise<void> {
  const rows: string[][] = [];
  for (const [at, name] of few.names.entries()) {
    const times: { few: number[]; many: number[] } = { few: [], many: [] };
    for (let round = -WARM; round < ROUNDS; round++) {
      const [one, other] = [
        (await few.ask({ do: "surface", at })).ms,
        (await many.ask({ do: "surface", at })).ms,
      ];
      if (round < 0) continue;
      times.few.push(one);
      times.many.push(other);
    }
    const [one, other] = [median(times.few), median(times.many)];
    rows.push([name, one.toFixed(2), other.toFixed(2), (other / one).toFixed(2)]);
  }
  const counts = [STORIES.few, STORIES.many].map((count) => `${count.toLocaleString("en")}, ms`);
  printTable(["database time", ...counts, "ratio"], rows);
}

async function compareJobs(few: Side, many: Side): Promise<void> {
  const rows: string[][] = [];
  for (const [name, asked] of [
    ["2,000 stories are read anew", { do: "index" }],
    ["words are learnt", { do: "learn" }],
  ] as const) {
    const [one, other] = [await few.ask(asked), await many.ask(asked)];
    rows.push([name, ...[one, other].map(({ ms }) => (ms / 1_000).toFixed(1))]);
  }
  printTable(["a job, s", "with 10,000", "with 1,000,000"], rows);
}

async function measureSearches(side: Side): Promise<void> {
  const rows: string[][] = [];
  let worst = 0;
  for (const { query, theme } of wildSearches) {
    const asked = { do: "search", query, theme } as const;
    await side.ask(asked);
    const times: number[] = [];
    let said = "";
    for (let round = 0; round < 5; round++) {
      const answer = await side.ask(asked);
      times.push(answer.ms);
      said = answer.said;
    }
    worst = Math.max(worst, ...times);
    const shown = query.length > 40 ? `${query.slice(0, 40)}…` : query;
    const cells = [median(times).toFixed(0), Math.max(...times).toFixed(0), said];
    rows.push([`\`${shown}\`${theme ? `, theme ${theme}` : ""}`, ...cells]);
  }
  printTable(["a search among 1,000,000", "median ms", "at most", "stories"], rows);
  console.log(`\nAt most ${worst.toFixed(0)} ms, of ${SEARCH_MS} that are allowed.`);
  if (worst > SEARCH_MS) process.exitCode = 1;
}

async function findScans(side: Side): Promise<void> {
  const found: string[] = [];
  for (const [at, name] of side.names.entries()) {
    const { scanned } = await side.ask({ do: "surface", at });
    found.push(...scanned.map((scan) => `${name}\n  ${scan}`));
  }
  side.child.kill();
  console.log(
    found.length === 0
      ? `\nOf ${side.names.length} none goes through all stories, nor do the triggers.`
      : `\nThese go through all of a table that grows with the stories:\n${found.join("\n")}`,
  );
  if (found.length > 0) process.exitCode = 1;
}
