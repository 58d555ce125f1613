import { expect, test } from "vitest";
import { logFile } from "#components/moderation/log/log-file.ts";
import type { ExportPage, LogEntry } from "#lib/moderation/log/queries.ts";
import { inLocale } from "#lib/in-locale.ts";

const entry: LogEntry = {
  id: "c1",
  decidedAt: "2026-11-21T16:40:05.123Z",
  moderator: "Noor Haddad",
  moderatorAddress: "noor@example.org",
  kind: "REJECT",
  reason: "Advertising or spam",
  withMessage: true,
  internalNote: null,
  undoneAt: null,
  storyId: "Ab3dEf6hIj9k",
  call: "The ones you carry",
  demo: false,
};

async function* inPages(pages: ExportPage[]) {
  yield* pages;
}

async function fileOf(...pages: ExportPage[]): Promise<string[]> {
  let whole = "";
  for await (const lines of logFile(inPages(pages))) whole += lines;
  expect(whole.startsWith("\uFEFF")).toBe(true);
  expect(whole.endsWith("\r\n")).toBe(true);
  return whole.slice(1, -2).split("\r\n");
}

test("a line for each decision, under its headings", async () => {
  const undone = { ...entry, undoneAt: "2026-11-21T16:40:20.000Z", demo: true, reason: null };
  const lines = await fileOf(
    { entries: [entry], cut: false },
    { entries: [{ ...undone, kind: "APPROVE", withMessage: false }], cut: false },
  );
  expect(lines).toEqual([
    "Decided at (UTC),Decided by,E-mail address,Decision,Reason,Call,Story,Message to the storyteller,Note to moderators,Undone at (UTC),Demo story",
    "2026-11-21 16:40:05,Noor Haddad,noor@example.org,Rejected,Advertising or spam,The ones you carry,Ab3dEf6hIj9k,yes,,,no",
    "2026-11-21 16:40:05,Noor Haddad,noor@example.org,Approved,,The ones you carry,Ab3dEf6hIj9k,no,,2026-11-21 16:40:20,yes",
  ]);
});

test("what people wrote cannot be run", async () => {
  const [, line] = await fileOf({
    entries: [{ ...entry, moderator: "=cmd()", internalNote: '@SUM(1), "quoted"', call: "+1" }],
    cut: false,
  });
  expect(line).toContain(",'=cmd(),");
  expect(line).toContain(`,"'@SUM(1), ""quoted""",`);
  expect(line).toContain(",'+1,");
});

test("a file that does not have all says so in its last line, which has as many cells", async () => {
  const lines = await fileOf({ entries: [entry], cut: true });
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatch(/^"There are more decisions than the 100,000 newest[^"]*",{10}$/);
});

test("in the language of its address", async () => {
  const [headings, line] = await inLocale("es", () => fileOf({ entries: [entry], cut: false }));
  expect(headings).toContain("Decidida el (UTC),Quién decidió,Dirección de correo,");
  expect(line).toContain("Noor Haddad,noor@example.org,Rechazada,");
});
