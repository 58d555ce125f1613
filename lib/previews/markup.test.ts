import { expect, test } from "vitest";
import { markup, runsRightToLeft, settable } from "#lib/previews/markup.ts";

const set = (text: string) => markup(text, { color: "#000000" }, "Emoji");

test("nothing of a text is read as markup", () => {
  expect(set(`<b>"a" & b</b>`)).toBe(
    '<span foreground="#000000">&lt;b&gt;&quot;a&quot; &amp; b&lt;/b&gt;</span>',
  );
});

test("emoji are set in their own font, keys and families whole, digits are not", () => {
  expect(set("1️⃣ of 2 👨‍👩‍👧")).toBe(
    '<span foreground="#000000"><span font_family="Emoji" line_height="0.5">1️⃣</span>\u2060 of 2 <span font_family="Emoji" line_height="0.5">👨‍👩‍👧</span>\u2060</span>',
  );
});

const latin = new Set([..."Moon 1"].map((character) => character.charCodeAt(0)));

test.each([
  ["Moon", "Moon"],
  ["Moon ☞ 1\n", "Moon  1\n"],
  ["Mo\u200bon", "Mo\u200bon"],
  ["Moon 月", null],
  ["Moon é", null],
  ["☞", null],
  ["\u2063", null],
])("what can be set of %j is %j", (text, settled) => {
  expect(settable(text, latin)).toBe(settled);
});

test.each([
  ["في الليلة", true],
  ["— שלום", true],
  ["7 ليال", true],
  ["Dr. سلمى", false],
  ["月", false],
  ["😂", false],
])("whether %j runs from the right: %s", (text, right) => {
  expect(runsRightToLeft(text)).toBe(right);
});
