import { expect, test } from "vitest";
import { hashtagKey, hashtagsIn, isHashtagKey } from "#lib/finding/hashtags.ts";

const tagsIn = (text: string) => hashtagsIn(text).map(({ tag }) => tag);

test.each<[string, string[]]>([
  ["Nights #NightShift and #er2", ["NightShift", "er2"]],
  ["#one#two", []],
  ["a#b &#39; https://x.example/#top", []],
  ["#123 #2nd", ["2nd"]],
  ["#नर्स #يوم #夜勤 ＃夜", ["नर्स", "يوم", "夜勤", "夜"]],
  ["(#care), #care.", ["care", "care"]],
  ["# alone", []],
])("in %j there is %j", (text, tags) => {
  expect(tagsIn(text)).toEqual(tags);
});

test("each says where it stands", () => {
  const text = "Nights, #nurse.";
  const [found] = hashtagsIn(text);
  expect(found && text.slice(found.start, found.end)).toBe("#nurse");
});

test("an address has it in lower case, and as one character where it can", () => {
  expect(hashtagKey("NightShift")).toBe("nightshift");
  expect(hashtagKey("Ｎight")).toBe("night");
  expect(["nightshift", "夜勤", "nächte"].every(isHashtagKey)).toBe(true);
  // One letter that reads as a whole phrase.
  expect(isHashtagKey(hashtagKey("محمد_ﷺ"))).toBe(true);
  expect(["NightShift", "a b", "a/b", "", "12", "#a"].some(isHashtagKey)).toBe(false);
});
