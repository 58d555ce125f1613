import {
  type Otherwise,
  type Person,
  type Route,
  type Who,
  acts,
  handlers,
  isFor,
  pages,
  people,
} from "#lib/accounts/rights-catalogue.ts";
import { rights } from "#lib/accounts/rights.ts";

/** What docs/rights.md says. */
export function rightsDocument(): string {
  const parts = [...before, table(roleHead, roleRows()), ...between, ...tables(), ...after];
  return `${parts.join("\n\n")}\n`;
}

const before = [
  "# Rights",
  "Who may do what. Written by `npm run rights` from `lib/accounts/rights.ts` (which roles have which right) and `lib/accounts/rights-catalogue.ts` (what needs which right): to change it, change those.",
  "## Rights and roles",
  "Everyone with an account is a storyteller, and each further role is given by an admin at `/moderation/team`. Whoever has a role has everything a storyteller has.",
];

const between = [
  "A role is read from the database at each request, so whoever loses it is out at the next one; a story that they had claimed is free at once, by a trigger in the database.",
  "In the tables below:",
  [
    "- **yes**: may, and gets it.",
    "- **no**: gets what anyone gets who asks for something that is not there. For an address that is 404 with the page of every unknown address, byte for byte; for a command or query it is the answer in the last column, which is also the answer to an id that does not exist. Nothing is changed.",
    "- **signs in**: is sent to `/sign-in?next=…`, and comes back after it.",
    "- **own**: for what is theirs, and **no** for anything else. A story is one’s own by its private link, for whoever has that, signed in or not; and by its id for the storyteller who has it in their account. No role opens somebody else’s.",
    "- **by mail**: with the link that is in each mail about a story.",
  ].join("\n"),
];

const after = [
  "## What no right allows",
  [
    "- **Nobody decides on a story of their own**, alone or among many, whatever their role: another moderator does. They are not given it as the next one, can’t claim it, and don’t see what readers wrote in reports on it. (`lib/moderation/undo/undo.integration.test.ts`, `lib/moderation/bulk/bulk.integration.test.ts`, `lib/moderation/queue/queue.integration.test.ts`, `lib/moderation/claims/claims.integration.test.ts`, `lib/reports/reports.integration.test.ts`)",
    "- **An appeal is not answered by the moderator whose decision it is against**, unless there is no other. (`lib/moderation/appeals.integration.test.ts`)",
    "- **Of two approvals that a screening rule asks for, one moderator gives one**, unless there is no other. (`lib/moderation/kinds.integration.test.ts`)",
    "- **A decision is undone by whoever made it**, while there is time. (`lib/moderation/undo/undo.integration.test.ts`)",
    "- **The last admin stays one** until somebody else is. (`lib/accounts/team/team.integration.test.ts`)",
    "- **Time at the desk, and what a moderator would rather not get, are theirs alone**: there is no way to ask for anybody else’s. (`lib/moderation/care/care.integration.test.ts`)",
    "- **Words are changed by their storyteller only**: a moderator proposes. (`lib/moderation/proposals/answers/answers.integration.test.ts`)",
  ].join("\n"),
  "## How this is held to the program",
  [
    "- `lib/accounts/rights.test.ts` reads the sources: every page, every route handler, every command and query that asks who is there, and every command that a page, route handler or action calls is in these tables, and nothing else is. It also fails when this file is not what `npm run rights` writes.",
    "- `lib/accounts/rights.integration.test.ts` calls every command and query as each of the five, on rows of their own.",
    "- `e2e/rights.spec.ts` asks for every address as each of the five.",
  ].join("\n"),
];

const roleHead = ["right", "roles", "whoever has it"];

function roleRows(): string[][] {
  return Object.entries(rights).map(([right, { roles, allows }]) => [
    `\`${right}\``,
    roles.map((role) => role.toLowerCase()).join(", "),
    allows,
  ]);
}

const everyone = Object.keys(people) as Person[];

function tables(): string[] {
  return [
    "## Pages",
    table(["address", "what", "needs", ...everyone], Object.entries(pages).map(routeRow)),
    "## Other addresses",
    table(["address", "what", "needs", ...everyone], Object.entries(handlers).map(routeRow)),
    "## Commands and queries",
    "Server actions do nothing but read a form and call one of these.",
    ...actTables(),
  ];
}

function routeRow([address, route]: [string, Route]): string[] {
  const cells = everyone.map((person) => routeCell(route, person));
  return [`\`${address}\``, route.does, needs(route.who), ...cells];
}

function routeCell({ who, sends, asksToSignIn }: Route, person: Person): string {
  const elsewhere = sends?.[person];
  if (elsewhere) return `sent to \`${elsewhere}\``;
  return asksToSignIn && person === "signed out" ? "signs in" : cell(who, person);
}

function cell(who: Who, person: Person): string {
  if (!isFor(who, person)) return "no";
  if (who === "mailed") return "by mail";
  return who === "account" || who === "own" ? "own" : "yes";
}

function needs(who: Who): string {
  return who in rights ? `\`${who}\`` : needed[who as keyof typeof needed];
}

const needed = {
  everyone: "nothing",
  account: "an account",
  own: "its link, or the account",
  mailed: "a mail’s link",
};

type Act = { who: Who; does: string; otherwise?: Otherwise };

/** One for each domain: a folder of lib/. */
function actTables(): string[] {
  const all: [string, Act][] = Object.entries(acts);
  const domains = [...new Set(all.map(([name]) => domainOf(name)))];
  return domains.flatMap((domain) => [
    `### \`${domain}\``,
    table(
      ["name", "in", "what", "needs", ...everyone, "otherwise"],
      all.filter(([name]) => domainOf(name) === domain).map(actRow),
    ),
  ]);
}

function domainOf(name: string): string {
  return name.split("/").slice(0, 2).join("/");
}

function actRow([name, { who, does, otherwise }]: [string, Act]): string[] {
  const [file = "", called] = name.split(" ");
  const within = file.slice(domainOf(name).length + 1);
  const cells = everyone.map((person) => cell(who, person));
  return [`\`${called}\``, `\`${within}\``, does, needs(who), ...cells, otherwise ?? "–"];
}

/** As prettier would have it: every column as wide as its widest cell. */
function table(head: readonly string[], rows: readonly string[][]): string {
  const widths = head.map((title, at) =>
    Math.max(...[head, ...rows].map((row) => (row[at] ?? title).length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const rule = line(widths.map((width) => "-".repeat(width)));
  return [line(head), rule, ...rows.map(line)].join("\n");
}
