import { decisionNames } from "#components/moderation/names.ts";
import * as records from "#lib/generated/messages/records.ts";
import { byteOrderMark, csvLine } from "#lib/moderation/log/csv.ts";
import type { ExportPage, LogEntry } from "#lib/moderation/log/queries.ts";
import { EXPORT_LIMIT } from "#lib/moderation/log/schema.ts";

const headings = [
  records.decidedAt,
  records.decidedBy,
  records.emailAddress,
  records.decision,
  records.reason,
  records.call,
  records.story,
  records.messageToStoryteller,
  records.note,
  records.undoneAt,
  records.demoStory,
];

/** The lines of the log as a CSV file, as they come. */
export async function* logFile(pages: AsyncIterable<ExportPage>): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(headings.map((heading) => heading()));
  for await (const { entries, cut } of pages) {
    yield entries.map((entry) => csvLine(toCells(entry))).join("");
    if (cut)
      yield csvLine([records.fileCut({ limit: EXPORT_LIMIT }), ...headings.slice(1).map(() => "")]);
  }
}

function toCells(entry: LogEntry): string[] {
  return [
    spreadsheetTime(entry.decidedAt),
    entry.moderator,
    entry.moderatorAddress ?? "",
    decisionNames[entry.kind](),
    entry.reason ?? "",
    entry.call,
    entry.storyId,
    yesOrNo(entry.withMessage),
    entry.internalNote ?? "",
    entry.undoneAt ? spreadsheetTime(entry.undoneAt) : "",
    yesOrNo(entry.demo),
  ];
}

const yesOrNo = (is: boolean) => (is ? records.yes() : records.no());

/** "2026-11-21 16:40:00", which spreadsheets take for a time. */
function spreadsheetTime(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}
