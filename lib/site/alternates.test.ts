import { expect, test } from "vitest";
import { inLocale } from "#lib/in-locale.ts";
import { alternatesOf } from "#lib/site/alternates.ts";

test("a page names itself in every language, and the bare address for everyone else", () => {
  const languages = { en: "/share", es: "/es/share", "x-default": "/share" };
  expect(alternatesOf("/share")).toEqual({ canonical: "/share", languages });
  expect(inLocale("es", () => alternatesOf("/share"))).toEqual({
    canonical: "/es/share",
    languages,
  });
});
