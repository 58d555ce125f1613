/**
 * Writes lib/generated/messages: one module for each part of messages/<locale>.json, with a typed
 * function for each message. Fails when the languages do not say the same things.
 */
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type MessageFormatElement, TYPE, parse } from "@formatjs/icu-messageformat-parser";
import compile from "icu-minify/compile";
import { type Locale, defaultLocale, locales } from "#lib/locale.ts";
import { StartFailure } from "#server/failure.ts";

type Catalogue = Record<string, Record<string, string>>;

const root = path.join(import.meta.dirname, "..");
const folder = path.join(root, "lib", "generated", "messages");

/** What a message needs: by name, its type. */
export function valuesOf(message: string): Map<string, string> {
  const found = new Map<string, string>();
  const see = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.argument) found.set(element.value, "string | number");
      if (element.type === TYPE.number) found.set(element.value, "number");
      if (element.type === TYPE.date || element.type === TYPE.time)
        found.set(element.value, "Date");
      if (element.type === TYPE.tag) {
        found.set(element.value, "Tag");
        see(element.children);
      }
      if (element.type === TYPE.plural) found.set(element.value, "number");
      if (element.type === TYPE.select) {
        const options = Object.keys(element.options);
        const open = options.includes("other") && options.length < 2;
        found.set(
          element.value,
          open ? "string" : options.map((each) => JSON.stringify(each)).join(" | "),
        );
      }
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) see(option.value);
      }
    }
  };
  see(parse(message));
  return found;
}

/** What is wrong with the catalogues, a sentence each. */
export function faultsOf(catalogues: Record<Locale, Catalogue>): string[] {
  const faults: string[] = [];
  const source = catalogues[defaultLocale];
  for (const locale of locales) {
    for (const [domain, messages] of Object.entries(catalogues[locale])) {
      for (const [key, message] of Object.entries(messages)) {
        const original = source[domain]?.[key];
        if (original === undefined) faults.push(`${domain}.${key} is only in ${locale}.`);
        else if (namesOf(original) !== namesOf(message))
          faults.push(`${domain}.${key} has other values in ${locale}.`);
      }
    }
    for (const [domain, messages] of Object.entries(source)) {
      for (const key of Object.keys(messages)) {
        if (catalogues[locale][domain]?.[key] === undefined)
          faults.push(`${domain}.${key} is missing in ${locale}.`);
      }
    }
  }
  return faults;
}

const namesOf = (message: string) => [...valuesOf(message).keys()].sort().join();

/** The module of one part of the catalogue. */
export function moduleOf(domain: string, catalogues: Record<Locale, Catalogue>): string {
  const functions = Object.entries(catalogues[defaultLocale][domain] ?? {}).map(
    ([key, message]) => {
      const values = valuesOf(message);
      const isRich = [...values.values()].includes("Tag");
      const type = [...values].map(([name, each]) => `${JSON.stringify(name)}: ${each}`).join("; ");
      const compiled = locales.map(
        (locale) =>
          `${locale}: ${JSON.stringify(compile(catalogues[locale][domain]?.[key] ?? message))}`,
      );
      const make = `${isRich ? "rich" : "text"}${type ? `<{ ${type} }>` : ""}`;
      return `/** ${message.replaceAll("*/", "* /")} */\nexport const ${key} = /* @__PURE__ */ ${make}({ ${compiled.join(", ")} });\n`;
    },
  );
  const body = functions.join("\n");
  const imports = [
    body.includes(" text") && `import { text } from "#lib/messages/message.ts";`,
    body.includes(" rich<") && `import { type Tag, rich } from "#lib/messages/rich.ts";`,
  ];
  return `${imports.filter(Boolean).join("\n")}\n\n${body}`;
}

export async function readCatalogue(locale: Locale): Promise<Catalogue> {
  const file = path.join(root, "messages", `${locale}.json`);
  return JSON.parse(await readFile(file, "utf8")) as Catalogue;
}

/** Throws a StartFailure that says what is wrong with the catalogues. */
export async function writeMessages(): Promise<void> {
  const read = await Promise.all(locales.map(async (each) => [each, await readCatalogue(each)]));
  const catalogues = Object.fromEntries(read) as Record<Locale, Catalogue>;
  const faults = faultsOf(catalogues);
  if (faults.length > 0) throw new StartFailure(`Look at messages/:\n${faults.join("\n")}`);
  await mkdir(folder, { recursive: true });
  const written = new Set<string>();
  // Only what is not so yet: someone may be reading the others just now.
  for (const domain of Object.keys(catalogues[defaultLocale])) {
    const file = path.join(folder, `${domain}.ts`);
    const source = moduleOf(domain, catalogues);
    written.add(`${domain}.ts`);
    if ((await readFile(file, "utf8").catch(() => null)) !== source) await writeFile(file, source);
  }
  for (const name of await readdir(folder)) {
    if (!written.has(name)) await rm(path.join(folder, name));
  }
}
