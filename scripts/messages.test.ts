import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { type MessageFormatElement, TYPE, parse } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { exchange } from "#lib/exchange.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import * as desk from "#lib/generated/messages/desk.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { type Locale, locales } from "#lib/locale.ts";
import { text } from "#lib/messages/message.ts";
import { faultsOf, moduleOf, readCatalogue, valuesOf } from "#scripts/messages.ts";

const root = path.join(import.meta.dirname, "..");
const inLocale = <T>(locale: Locale, say: () => T): T =>
  exchange.run({ requestId: "r", begun: 0, locale, pathname: "/" }, say);

test("a message is said in the language of the address, and counts as it does", () => {
  const count = text<{ count: number }>({
    en: [["count", 2, { one: [0, " story"], other: [0, " stories"] }]],
    es: [["count", 2, { one: [0, " historia"], other: [0, " historias"] }]],
  });
  expect(count({ count: 1 })).toBe("1 story");
  expect(inLocale("es", () => count({ count: 12_000 }))).toBe("12.000 historias");
});

test("what a message needs is its type", () => {
  const message =
    "<b>{name}</b> has {count, plural, one {# story} other {# stories}}, {kind, select, a {one} other {two}}, {when, date, short}";
  expect(Object.fromEntries(valuesOf(message))).toEqual({
    ...{ b: "Tag", name: "string | number", count: "number" },
    ...{ kind: '"a" | "other"', when: "Date" },
  });
});

test("the module of a domain has a function for each message, with what it needs", () => {
  const catalogues = {
    en: { x: { hello: "Hello {name}", bye: "Bye */" } },
    es: { x: { hello: "Hola {name}", bye: "Adiós */" } },
  };
  const written = moduleOf("x", catalogues);
  expect(written).toContain(
    'export const hello = /* @__PURE__ */ text<{ "name": string | number }>',
  );
  expect(written).toContain("/** Bye * / */");
});

test("languages that do not say the same are faults", () => {
  const en = { x: { a: "A {name}", b: "B" } };
  expect(faultsOf({ en, es: { x: { a: "A {nombre}", c: "C" } } })).toEqual([
    "x.a has other values in es.",
    "x.c is only in es.",
    "x.b is missing in es.",
  ]);
  expect(faultsOf({ en, es: { x: { a: "{name}, a", b: "Be" } } })).toEqual([]);
});

test("one is one, also where it is a setting that says how many", () => {
  expect(decisions.undoTooLate({ seconds: 1 })).toContain("undone for 1 second.");
  expect(decisions.undoTooLate({ seconds: 30 })).toContain("undone for 30 seconds.");
});

test("what is counted is written as the language writes numbers", async () => {
  // "{count}" would be 12345 everywhere: it is "#" where it is counted, else "{count, number}".
  const bare = (elements: MessageFormatElement[], counted: string[] = []): string[] =>
    elements.flatMap((each) => {
      if (each.type === TYPE.argument) return counted.includes(each.value) ? [each.value] : [];
      if (each.type === TYPE.tag) return bare(each.children, counted);
      if (each.type !== TYPE.plural && each.type !== TYPE.select) return [];
      const within = each.type === TYPE.plural ? [...counted, each.value] : counted;
      return Object.values(each.options).flatMap(({ value }) => bare(value, within));
    });
  for (const locale of locales) {
    const all = Object.values(await readCatalogue(locale)).flatMap((each) => Object.values(each));
    expect(all.filter((message) => bare(parse(message)).length > 0)).toEqual([]);
  }
  expect(bare(parse("{n, plural, other {<b>{n}</b>}}"))).toEqual(["n"]);
  expect(inLocale("es", () => reading.heartsOfOthers({ count: 12_345 }))).toContain("12.345");
  expect(inLocale("es", () => desk.waitingCount({ count: 12_345 }))).toBe("12.345 en espera");
});

test("every message is said somewhere, and none is empty", async () => {
  const files = globSync("{app,components,lib,server}/**/*.{ts,tsx}", { cwd: root })
    .filter((file) => !/generated|\.test\./.test(file))
    .map((file) => readFileSync(path.join(root, file), "utf8"));
  const unsaid: string[] = [];
  const catalogue = await readCatalogue("en");
  for (const [domain, messages] of Object.entries(catalogue)) {
    const speakers = files.filter((file) => file.includes(`generated/messages/${domain}.ts"`));
    for (const key of Object.keys(messages)) {
      if (!speakers.some((file) => new RegExp(`\\b${key}\\b`).test(file)))
        unsaid.push(`${domain}.${key}`);
    }
  }
  expect(unsaid).toEqual([]);
  for (const locale of locales) {
    const all = Object.values(await readCatalogue(locale)).flatMap((each) => Object.values(each));
    expect(all.filter((message) => message.trim() === "")).toEqual([]);
  }
});
