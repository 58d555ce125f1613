/**
 * What the database does for what is asked of it: every statement that runs on a pool, those in
 * functions and triggers too, as PostgreSQL's auto_explain tells of it. Needs a superuser.
 */
import type pg from "pg";

/** As EXPLAIN (ANALYZE, FORMAT JSON) has it. */
type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  "Heap Fetches"?: number;
  Plans?: Node[];
};

export type Statement = { query: string; ms: number; plan: Node };

export type PlanWatch = {
  /** Every statement since it was last asked. */
  take(): Statement[];
};

/** What runs inside of something else, in functions and triggers, is told of too. */
export const nested = { "auto_explain.log_nested_statements": "on" } as const;

/** The address of a database, where each connection tells what it does. */
export function explaining(url: string, more: Record<string, string> = {}): string {
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_level": "notice",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_format": "json",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_timing": "off",
    "auto_explain.log_parameter_max_length": "0",
    ...more,
  };
  const explained = new URL(url);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  explained.searchParams.set("options", options.join(" "));
  return explained.href;
}

/** To be called before a pool with such an address has connected. */
export function watchPlans(pool: pg.Pool): PlanWatch {
  let seen: Statement[] = [];
  pool.on("connect", (client) => {
    client.on("notice", ({ message = "" }) => {
      const [, ms, json] = /^duration: ([\d.]+) ms\s+plan:\s*([^]*)$/.exec(message) ?? [];
      if (!json) return;
      const told = JSON.parse(json) as { "Query Text": string; Plan: Node };
      seen.push({ query: told["Query Text"], ms: Number(ms), plan: told.Plan });
    });
  });
  return {
    take() {
      const taken = seen;
      seen = [];
      return taken;
    },
  };
}

/** All nodes of a plan, from the top. */
function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** What grows with the stories. */
const growing = [
  ...["Story", "Revision", "PublishedStory", "HeartCount", "Listing", "Heart", "FoundWord"],
  ...["StoryWarning", "RevisionWarning", "Consent", "Decision"],
];

/** Those of a statement's tables that grow with the stories and are read from end to end. */
export function scannedWhole({ plan }: Statement): string[] {
  return nodesOf(plan)
    .filter((node) => node["Node Type"] === "Seq Scan")
    .map((node) => node["Relation Name"] ?? "")
    .filter((table) => growing.includes(table));
}

/** How many rows of such tables a statement looked at, used or not. */
export function rowsRead({ plan }: Statement): number {
  return nodesOf(plan)
    .filter(
      (node) => growing.includes(node["Relation Name"] ?? "") && /Scan$/.test(node["Node Type"]),
    )
    .map(
      (node) =>
        node["Actual Loops"] *
        (node["Actual Rows"] +
          (node["Rows Removed by Filter"] ?? 0) +
          (node["Rows Removed by Index Recheck"] ?? 0)),
    )
    .reduce((sum, rows) => sum + rows, 0);
}
