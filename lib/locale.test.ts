import { expect, test } from "vitest";
import { readLocale, withoutDefault } from "#lib/locale.ts";

test.each([
  ["/en", "/"],
  ["/en/", "/"],
  ["/en?x=1", "/?x=1"],
  ["/en/share", "/share"],
  ["/es/share", "/es/share"],
  ["/enough", "/enough"],
  ["/share/en", "/share/en"],
])("as readers have it, %s is %s", (named, bare) => {
  expect(withoutDefault(named)).toBe(bare);
});

test.each(["/en//evil.example", "/en/\\evil.example"])("%s leads to no other site", (path) => {
  expect(new URL(withoutDefault(path), "https://stories.example").host).toBe("stories.example");
});

test.each([
  ["/share", "en", "/share"],
  ["/es", "es", "/"],
  ["/es?x=1", "es", "/?x=1"],
  ["/es/share", "es", "/share"],
  // Only bare addresses are English.
  ["/en/share", "en", "/en/share"],
  ["/ES/share", "en", "/ES/share"],
  ["/essay", "en", "/essay"],
])("%s is %s, %s", (path, locale, rest) => {
  expect(readLocale(path)).toEqual({ locale, path: rest });
});
