/** Each import rule can fail, and lets through what it is not about. */
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

// The snippets are no files of the project, so TypeScript has no types for them.
const untyped = [
  "await-thenable",
  "no-floating-promises",
  "no-misused-promises",
  "switch-exhaustiveness-check",
].map((name) => [`@typescript-eslint/${name}`, "off"] as const);
const eslint = new ESLint({
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
    rules: { ...Object.fromEntries(untyped), "@typescript-eslint/no-unused-vars": "off" },
  },
});

async function broken(file: string, source: string) {
  const [result] = await eslint.lintText(`${source}\n`, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const serverOnly = 'import "server-only";\n';
const action = '"use server";\nimport { action, formAction } from "#lib/action.ts";\n';
const paths = "import-x/no-restricted-paths";
const restricted = "no-restricted-syntax";

const refused: [what: string, rule: string, file: string, source: string][] = [
  [
    "a component that imports a page",
    paths,
    "components/stories/x.tsx",
    'export { default } from "#app/layout.tsx";',
  ],
  ["lib that imports app", paths, "lib/stories/x.ts", 'import layout from "#app/layout.tsx";'],
  [
    "lib that imports components",
    paths,
    "lib/stories/x.ts",
    'import { SubmitButton } from "#components/forms/submit-button.tsx";',
  ],
  ["a page that imports the database", paths, "app/x/page.tsx", 'import "#lib/db.ts";'],
  ["the same by a relative path", paths, "app/x/page.tsx", 'import "../../lib/db.ts";'],
  ["a component that imports it", paths, "components/x/y.tsx", 'import "#lib/db.ts";'],
  ["an action that imports it", paths, "lib/x/actions.ts", '"use server";\nimport "#lib/db.ts";'],
  ["a policy that imports it", paths, "lib/stories/policy.ts", 'import "#lib/db.ts";'],
  [
    "a policy that imports queries",
    paths,
    "lib/stories/policy.ts",
    'import { getOwnStory } from "#lib/stories/queries.ts";',
  ],
  [
    "a schema that imports commands",
    paths,
    "lib/stories/schema.ts",
    'import { x } from "#lib/stories/commands.ts";',
  ],
  [
    "a command that imports an action",
    paths,
    "lib/stories/commands.ts",
    `${serverOnly}import { submitStoryAction } from "#lib/stories/actions.ts";`,
  ],
  [
    "a domain that imports one that builds on it",
    paths,
    "lib/stories/queries.ts",
    `${serverOnly}import { getQueue } from "#lib/moderation/queries.ts";`,
  ],
  [
    "a client component that imports queries",
    "vignette/client-imports",
    "components/stories/x.tsx",
    '"use client";\nimport { getPublishedStory } from "#lib/stories/queries.ts";',
  ],
  [
    "'use server' outside of actions.ts",
    restricted,
    "lib/stories/x.ts",
    '"use server";\nexport async function x() {}',
  ],
  [
    "'use server' inside a function",
    restricted,
    "app/x/page.tsx",
    'export default function Page() {\n  async function save() {\n    "use server";\n  }\n  return <form action={save} />;\n}',
  ],
  ["actions.ts without 'use server'", restricted, "lib/x/actions.ts", "export type X = 1;"],
  [
    "an action that is a bare function",
    restricted,
    "lib/x/actions.ts",
    `${action}export async function saveAction() {}`,
  ],
  [
    "an action that lib/action.ts did not build",
    restricted,
    "lib/x/actions.ts",
    `${action}export const saveAction = async (form: FormData) => void form;`,
  ],
  [
    "one that something else built",
    restricted,
    "lib/x/actions.ts",
    `${action}export const saveAction = wrap(async () => {});`,
  ],
  [
    "one that stands beside one that is built",
    restricted,
    "lib/x/actions.ts",
    `${action}export const aAction = formAction(async () => {}), b = 1;`,
  ],
  [
    "one that is exported apart",
    restricted,
    "lib/x/actions.ts",
    `${action}const save = async () => {};\nexport { save };`,
  ],
  [
    "one from elsewhere",
    restricted,
    "lib/x/actions.ts",
    `${action}export { save } from './commands.ts';`,
  ],
  [
    "whatever there is elsewhere",
    restricted,
    "lib/x/actions.ts",
    `${action}export * from './commands.ts';`,
  ],
  [
    "one by default",
    restricted,
    "lib/x/actions.ts",
    `${action}export default formAction(async () => {});`,
  ],
  [
    "one that only looks built",
    restricted,
    "lib/x/actions.ts",
    '"use server";\nconst action = <T>(run: T) => run;\nexport const saveAction = action(async () => {});',
  ],
  [
    "one that another function of that name built",
    restricted,
    "lib/x/actions.ts",
    '"use server";\nimport { action } from "#lib/result.ts";\nexport const saveAction = action(async () => {});',
  ],
  ["queries without server-only", restricted, "lib/x/queries.ts", "export const x = 1;"],
  [
    "next-auth elsewhere",
    "no-restricted-imports",
    "lib/accounts/viewer.ts",
    'import { getServerSession } from "next-auth";',
  ],
  [
    "next-auth's client in a component",
    "no-restricted-imports",
    "components/accounts/x.tsx",
    'import { signIn } from "next-auth/react";',
  ],
  [
    "an inline style",
    restricted,
    "components/x/y.tsx",
    'export const X = () => <p style={{ color: "red" }} />;',
  ],
];

describe("the linter refuses", () => {
  it.each(refused)("%s", async (_what, rule, file, source) => {
    expect(await broken(file, source)).toContain(rule);
  });
});

const spoken = 'import * as layout from "#lib/generated/messages/layout.ts";\n';

describe("a message that is said while its module loads", () => {
  it.each([
    "export const words = layout.search();",
    "export const words = { search: layout.search() };",
    'export const words = ["a"].map((each) => [each, layout.search()]);',
    'import { localized } from "#lib/locale.ts";\nexport const home = localized("/");',
  ])("is found: %s", async (source) => {
    expect(await broken("components/x.tsx", spoken + source)).toEqual(["vignette/said-on-load"]);
  });

  it.each([
    "export const words = { search: layout.search };",
    "export const Words = () => layout.search();",
    "export function words() {\n  return [1].map(() => layout.search());\n}",
  ])("is not: %s", async (source) => {
    expect(await broken("components/x.tsx", spoken + source)).toEqual([]);
  });
});

const allowed: [what: string, file: string, source: string][] = [
  [
    "queries that import the database and a policy",
    "lib/stories/queries.ts",
    `${serverOnly}import { database } from "#lib/db.ts";\nimport { allows } from "#lib/moderation/transitions.ts";`,
  ],
  [
    "a client component that imports an action and types",
    "components/stories/x.tsx",
    '"use client";\nimport { submitStoryAction } from "#lib/stories/actions.ts";\nimport type { StoryCard } from "#lib/stories/queries.ts";',
  ],
  [
    "a page that imports queries and components",
    "app/x/page.tsx",
    'import { SubmitButton } from "#components/forms/submit-button.tsx";\nimport { getPublishedStory } from "#lib/stories/queries.ts";',
  ],
  [
    "an integration test that imports the database",
    "lib/stories/x.integration.test.ts",
    'import { database } from "#lib/db.ts";',
  ],
  [
    "actions that lib/action.ts builds, and their types",
    "lib/x/actions.ts",
    `${action}type Own = null;\nexport type State = { failure: Own };\nexport interface Other { x: 1 }\nexport const saveAction = action<State>(async () => ({ failure: null }));\nexport const stopAction = formAction(async () => {});\nfunction finish() {}`,
  ],
  ["next-auth in its one place", "lib/accounts/auth.ts", 'import NextAuth from "next-auth";'],
];

describe("the linter lets through", () => {
  it.each(allowed)("%s", async (_what, file, source) => {
    expect(await broken(file, source)).toEqual([]);
  });
});

it("finds a circle of imports", async () => {
  // lib/stories/actions.ts imports commands.ts.
  const source = `${serverOnly}import { submitStoryAction } from "#lib/stories/actions.ts";\nexport const x = submitStoryAction;`;
  expect(await broken("lib/stories/commands.ts", source)).toContain("import-x/no-cycle");
});
