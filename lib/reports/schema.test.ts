import { expect, test } from "vitest";
import {
  NOTE_LIMIT,
  isAboutHarm,
  readReport,
  reasonSlugs,
  reportReasons,
  reportSchema,
} from "#lib/reports/schema.ts";

const read = (note: string, reason = "OTHER") => reportSchema.safeParse({ reason, note });
const messages = (result: ReturnType<typeof read>) =>
  result.success ? [] : result.error.issues.map(({ message }) => message);

test.each(reasonSlugs)("%s is a reason, and needs no note", (reason) => {
  expect(read("", reason)).toMatchObject({ success: true, data: { reason, note: null } });
  expect(reportReasons[reason]).toMatch(/^[A-Z]/);
});

test.each(["", "harmful", "SPAM", "__proto__", "constructor", "HARMFUL,OTHER"])(
  "%j is no reason",
  (reason) => {
    expect(messages(read("", reason))).toEqual(["Please choose what is wrong."]);
  },
);

test("a note is as long as people and PostgreSQL count it", () => {
  expect(read("a".repeat(NOTE_LIMIT)).success).toBe(true);
  expect(read("👩🏽".repeat(NOTE_LIMIT / 2)).success).toBe(true);
  const long = read("é".repeat(NOTE_LIMIT + 2));
  expect(messages(long)).toEqual(["This is 2 characters too long. Please shorten it to 1000."]);
  const overByOne = read("a".repeat(NOTE_LIMIT + 1));
  expect(messages(overByOne)).toEqual(["This is 1 character too long. Please shorten it to 1000."]);
});

test("a note keeps its lines and loses what nobody wrote on purpose", () => {
  expect(read(" It is my mother.\r\n\r\nShe never\u202e agreed. ").data?.note).toBe(
    "It is my mother.\n\nShe never agreed.",
  );
  expect(read(" \n\t ").data?.note).toBeNull();
});

test.each(["a\0b", "\ud800", "a\u0007b", `e${"\u0301".repeat(80)}`])(
  "%j can't be shown, and is refused",
  (note) => {
    expect(messages(read(note))[0]).toContain("can’t be shown");
  },
);

test("what is posted is text, whatever was sent for it", () => {
  const form = new FormData();
  form.set("reason", new File(["HARMFUL"], "reason.txt"));
  expect(readReport(form)).toEqual({ reason: "", note: "" });
});

test("only what may have hurt leads to a helpline", () => {
  expect(reasonSlugs.filter(isAboutHarm)).toEqual(["MISSING_WARNING", "HARMFUL", "HATEFUL"]);
});
