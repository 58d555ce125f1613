import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { acts, handlers, isFor, pages } from "#lib/accounts/rights-catalogue.ts";
import { rightsDocument } from "#lib/accounts/rights-document.ts";
import { may, rights } from "#lib/accounts/rights.ts";

const root = path.join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const files = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => !/^(node_modules|\.next)\/|\.test\.ts$/.test(file))
    .sort();

const parse = (source: string) =>
  ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

type Exported = { name: string; first: ts.ParameterDeclaration | undefined };

/** What a module exports to be called, with the first parameter of each as far as it says. */
function exportedFunctions(source: string): Exported[] {
  return parse(source).statements.flatMap((statement): Exported[] => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      if (statement.isTypeOnly || !clause || !ts.isNamedExports(clause)) return [];
      return clause.elements.map(({ name }) => ({ name: name.text, first: undefined }));
    }
    if (!isExported(statement)) return [];
    if (ts.isFunctionDeclaration(statement)) {
      return [{ name: statement.name?.text ?? "default", first: statement.parameters[0] }];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map(({ name, initializer }) => ({
      name: name.getText(),
      first: firstOfFunction(initializer),
    }));
  });
}

/** Of a function, also of one that is given to another, as `cache` and its like are. */
function firstOfFunction(node: ts.Node | undefined): ts.ParameterDeclaration | undefined {
  if (!node) return undefined;
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return node.parameters[0];
  if (!ts.isCallExpression(node)) return undefined;
  return node.arguments.map(firstOfFunction).find((found) => found !== undefined);
}

/** Those that ask who is there: the viewer comes first, by themselves or with where they come from. */
function askingWho(source: string): string[] {
  return exportedFunctions(source)
    .filter(({ first }) => {
      if (!first) return false;
      const type = first.type?.getText() ?? "";
      return first.name.getText() === "viewer" || /\b(Viewer|Visit)\b/.test(type);
    })
    .map(({ name }) => name);
}

/** What a module imports from a commands.ts to be called, as the catalogue names it. */
function commandsOf(source: string): string[] {
  return parse(source).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) {
      return [];
    }
    const [, file] = /^#(lib\/.*\/?commands\.ts)$/.exec(statement.moduleSpecifier.text) ?? [];
    const bindings = statement.importClause?.namedBindings;
    if (!file || !bindings || statement.importClause?.phaseModifier) return [];
    if (!ts.isNamedImports(bindings)) return [`${file} *`];
    return bindings.elements
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ name, propertyName }) => `${file} ${(propertyName ?? name).text}`);
  });
}

const unique = (names: string[]) => [...new Set(names)].sort();

/** The address of a file of app/: the language and folders in brackets are none of it. */
const addressOf = (file: string) =>
  file
    .replace(/^app/, "")
    .replace(/\/(page\.tsx|route\.tsx?)$/, "")
    .replaceAll(/\/(\([^)]+\)|\[locale\])/g, "") || "/";

describe("the catalogue is the program", () => {
  test("every page is in it, and no other", () => {
    const found = files("app/**/page.*").map(addressOf);
    expect(found.length).toBeGreaterThan(30);
    expect(Object.keys(pages).sort()).toEqual(unique(found).filter((each) => each !== "/nothing"));
  });

  test("every method of every route handler is in it, and no other", () => {
    const methods = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;
    const found = files("app/**/route.*").flatMap((file) =>
      exportedFunctions(read(file))
        .filter(({ name }) => methods.test(name))
        .map(({ name }) => `${name} ${addressOf(file)}`),
    );
    expect(found.length).toBeGreaterThan(10);
    expect(Object.keys(handlers).sort()).toEqual(unique(found));
  });

  test("every command and query that asks who is there, or that anyone can call, is in it, and no other", () => {
    const sources = files("lib/**/{commands,queries}.ts");
    const callers = [...files("app/**/*.{ts,tsx}"), ...files("lib/**/actions.ts")];
    const found = [
      ...sources.flatMap((file) => askingWho(read(file)).map((name) => `${file} ${name}`)),
      ...callers.flatMap((file) => commandsOf(read(file))),
    ];
    expect(found.length).toBeGreaterThan(60);
    expect(Object.keys(acts).sort()).toEqual(unique(found));
  });

  test("what is missing would be noticed", () => {
    const source = `
      export async function drop(viewer: Viewer | null, id: string) {}
      export const list = (viewer: Viewer | null) => [];
      export const read = cache(async ({ way }: Visit) => way);
      export async function within(tx: Transaction, viewer: Viewer) {}
      async function kept(viewer: Viewer | null) {}
      export type Viewer = { id: string };`;
    expect(askingWho(source)).toEqual(["drop", "list", "read"]);
    const handler = `async function handle() {} export { handle as GET, handle as POST };`;
    expect(exportedFunctions(handler).map(({ name }) => name)).toEqual(["GET", "POST"]);
    const action = `
      import { type Done, drop as remove } from "#lib/calls/commands.ts";
      import type { Other } from "#lib/calls/commands.ts";
      import { list } from "#lib/calls/queries.ts";`;
    expect(commandsOf(action)).toEqual(["lib/calls/commands.ts drop"]);
    expect(addressOf("app/[locale]/(public)/[[...older]]/page.tsx")).toBe("/[[...older]]");
    expect(addressOf("app/page.tsx")).toBe("/");
  });
});

test("what is not for everyone says what it answers to others, and only that", () => {
  for (const [name, act] of Object.entries(acts)) {
    expect("otherwise" in act, name).toBe(act.who !== "everyone");
  }
});

test("whoever is not signed in has no right, and an admin every one", () => {
  for (const right of Object.keys(rights) as (keyof typeof rights)[]) {
    expect(may(null, right)).toBe(false);
    expect(may({ role: "STORYTELLER" }, right)).toBe(false);
    expect(may({ role: "ADMIN" }, right)).toBe(true);
    expect(isFor(right, "signed out")).toBe(false);
  }
});

test("a role is named where it is given, and in one list only", () => {
  const lists = /["'](MODERATOR|EDITOR|ADMIN)["'][\s,]*["'](MODERATOR|EDITOR|ADMIN)["']/;
  const found = files("{lib,app,components,server}/**/*.{ts,tsx}").filter(
    (file) => !file.startsWith("lib/generated/") && lists.test(read(file)),
  );
  // The table; the roles that there are beside storyteller; the order in which people are listed.
  expect(found).toEqual([
    "lib/accounts/rights.ts",
    "lib/accounts/team/queries.ts",
    "lib/accounts/team/schema.ts",
  ]);
});

test("docs/rights.md says what the table says: if not, npm run rights", () => {
  expect(read("docs/rights.md")).toBe(rightsDocument());
});
