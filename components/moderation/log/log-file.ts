import { decisionNames } from "#components/moderation/names.ts";
import { byteOrderMark, csvLine } from "#lib/moderation/log/csv.ts";
import type { ExportPage, LogEntry } from "#lib/moderation/log/queries.ts";
import { EXPORT_LIMIT } from "#lib/moderation/log/schema.ts";

const headings = [
  "Decided at (UTC)",
  "Decided by",
  "E-mail address",
  "Decision",
  "Reason",
  "Call",
  "Story",
  "Message to the storyteller",
  "Note to moderators",
  "Undone at (UTC)",
  "Demo story",
];

/** The lines of the log as a CSV file, as they come. */
export async function* logFile(pages: AsyncIterable<ExportPage>): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(headings);
  for await (const { entries, cut } of pages) {
    yield entries.map((entry) => csvLine(toCells(entry))).join("");
    if (cut) yield csvLine([ending, ...headings.slice(1).map(() => "")]);
  }
}

const ending = `There are more decisions than the ${EXPORT_LIMIT.toLocaleString("en-GB")} newest, which are in this file. Choose days to get the others.`;

function toCells(entry: LogEntry): string[] {
  return [
    spreadsheetTime(entry.decidedAt),
    entry.moderator,
    entry.moderatorAddress ?? "",
    decisionNames[entry.kind],
    entry.reason ?? "",
    entry.call,
    entry.storyId,
    entry.withMessage ? "yes" : "no",
    entry.internalNote ?? "",
    entry.undoneAt ? spreadsheetTime(entry.undoneAt) : "",
    entry.demo ? "yes" : "no",
  ];
}

/** "2026-11-21 16:40:00", which spreadsheets take for a time. */
function spreadsheetTime(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}
