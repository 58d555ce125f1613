import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "#lib/moderation/log/csv.ts";

test.each([
  ["plain", "plain"],
  ["", ""],
  ["one, two", '"one, two"'],
  ['she said "no"', '"she said ""no"""'],
  ["one\ntwo", '"one\ntwo"'],
  ["=1+1", "'=1+1"],
  ["+44", "'+44"],
  ["-5", "'-5"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t'=1"],
  ["\r=1", `"'\r'=1"`],
  ["＝1", "'＝1"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ["a;=1", "a;'=1"],
  ["a\n=1", `"a\n'=1"`],
  ["'=1", "'=1"],
  ["a=1-2@3", "a=1-2@3"],
])("%j becomes %j", (value, written) => {
  expect(csvLine([value])).toBe(`${written}\r\n`);
});

/** A reader of RFC 4180, written from its grammar. */
function readLine(line: string): string[] {
  const cells: string[] = [];
  let rest = line.slice(0, -2);
  for (;;) {
    const [whole = "", quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))/.exec(rest) ?? [];
    cells.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    rest = rest.slice(whole.length);
    if (rest === "") return cells;
    expect(rest[0]).toBe(",");
    rest = rest.slice(1);
  }
}

const nasty = fc.string({
  unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ",", ";", "'", "a", "é", "＝"),
});

test("whatever is written is read back, but for apostrophes, and never begins a formula", () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 5 }), (values) => {
      const read = readLine(csvLine(values));
      const bare = (all: string[]) => all.map((each) => each.replaceAll("'", ""));
      expect(bare(read)).toEqual(bare(values));
      for (const each of read.flatMap((value) => value.split(/[;\t\n\r]/))) {
        expect(each).not.toMatch(/^[=+\-@＝＋－＠]/);
      }
      for (const each of read) expect(each).not.toMatch(/^[\t\r]/);
    }),
  );
});
