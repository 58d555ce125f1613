// The import rules of docs/architecture.md, so that a file's place tells what it may know, and what
// a strict Content-Security-Policy asks of markup. eslint.rules.test.ts shows that each can fail.

import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

const code = ["**/*.{ts,tsx,mts,mjs,js}"];
const typed = ["**/*.{ts,tsx,mts}"];
const tests = ["**/*.test.{ts,tsx}", "lib/testing/**", "e2e/**"];

// Which domains each builds on; every one may import accounts. No two import each other.
const domains = {
  accounts: ["content-warnings", "notifications", "pictures", "stories"],
  api: ["calls", "content-warnings", "finding", "pictures", "previews", "stories"],
  calls: [],
  "content-warnings": [],
  embeds: ["calls", "content-warnings", "pictures", "previews", "stories"],
  finding: ["calls", "jobs", "stories"],
  helplines: ["calls", "content-warnings", "jobs", "notifications"],
  jobs: [],
  notifications: ["content-warnings", "jobs", "stories"],
  pictures: ["jobs"],
  previews: ["pictures", "stories"],
  privacy: [],
  stories: [
    "calls",
    "content-warnings",
    "helplines",
    "jobs",
    "notifications",
    "pictures",
    "privacy",
    "screening",
  ],
  moderation: [
    "calls",
    "content-warnings",
    "jobs",
    "notifications",
    "pictures",
    "privacy",
    "reports",
    "screening",
    "stories",
  ],
  reactions: ["stories"],
  reports: ["content-warnings", "stories"],
  screening: ["calls", "content-warnings"],
  sitemap: ["calls", "finding", "stories"],
};
// No rules of their own, so read by all: the table of what may follow what, the reasons as they read
// now; what an id and ordinary text are, and where the web addresses of a text are.
const shared = {
  moderation: ["./transitions.ts", "./reasons/queries.ts"],
  stories: ["./id.ts", "./text.ts", "./urls.ts"],
};

const zones = [
  {
    target: "./components",
    from: "./app",
    message: "Imports run app → components → lib, never back.",
  },
  {
    target: "./lib",
    from: ["./app", "./components"],
    message: "Imports run app → components → lib, never back.",
  },
  {
    target: [
      "./app/**",
      "./components/**",
      // The other names: next-auth's adapter, the limits that are kept in PostgreSQL, and itself.
      "./lib/**/!(queries|commands|auth|adapter|rate-limit|db).{ts,tsx}",
    ],
    from: "./lib/db.ts",
    message: "Only queries and commands touch the database.",
  },
  {
    target: ["./lib/**/policy.ts", "./lib/**/schema.ts"],
    from: ["./lib/**/queries.ts", "./lib/**/commands.ts", "./lib/**/actions.ts"],
    message: "Policy and schema are what queries, commands and actions build on.",
  },
  {
    target: ["./lib/**/queries.ts", "./lib/**/commands.ts"],
    from: "./lib/**/actions.ts",
    message: "Actions call commands, never the other way round.",
  },
  ...Object.entries(domains).flatMap(([domain, allowed]) =>
    Object.keys(domains)
      .filter((other) => ![domain, "accounts", ...allowed].includes(other))
      .map((other) => ({
        target: `./lib/${domain}`,
        from: `./lib/${other}`,
        ...(other in shared ? { except: shared[other] } : {}),
        message: `The domain ${domain} builds on ${allowed.join(", ") || "no other"}: no circles.`,
      })),
  ),
];

const markup = [
  {
    selector: 'JSXAttribute[name.name="style"]',
    message: "The Content-Security-Policy forbids inline styles: use a class.",
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: "Let React escape it.",
  },
];
const useServer = {
  selector: 'ExpressionStatement[directive="use server"]',
  message: "'use server' stands at the top of an actions.ts file, and nowhere else.",
};

// Whatever an actions.ts exports, anyone can call: lib/action.ts is where that is guarded.
const built = [
  'ExportNamedDeclaration[exportKind="value"]:not(:has(> VariableDeclaration[kind="const"]))',
  'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator:not([init.type="CallExpression"][init.callee.name=/^(action|formAction)$/])',
  'ExportAllDeclaration[exportKind="value"]',
  "ExportDefaultDeclaration",
  'ImportDeclaration:not([source.value="#lib/action.ts"]) > [local.name=/^(action|formAction)$/]',
  ":matches(FunctionDeclaration, VariableDeclarator)[id.name=/^(action|formAction)$/]",
].map((selector) => ({
  selector,
  message:
    "An actions.ts exports nothing but types and what action or formAction of #lib/action.ts builds.",
}));

/** Client components are sent to the browser: of the server they may import actions and types. */
const clientImports = {
  meta: {
    type: "problem",
    schema: [],
    messages: { server: "A client component can't import {{source}}: it is for the server only." },
  },
  create(context) {
    const { body } = context.sourceCode.ast;
    if (!body.some((node) => node.directive === "use client")) return {};
    return {
      ImportDeclaration(node) {
        const source = String(node.source.value);
        if (node.importKind === "type") return;
        if (!/(^server-only|\/(queries|commands|db|env)\.ts)$|^#server\//.test(source)) return;
        context.report({ node, messageId: "server", data: { source } });
      },
    };
  },
};

const isFunction = ({ type }) => /Function/.test(type);

/** Whether what stands here runs while the module loads, so long as a function given to `map` and its like does. */
function runsOnLoad(node) {
  for (let at = node.parent; at; at = at.parent) {
    const isGiven = at.parent?.type === "CallExpression" && at.parent.arguments.includes(at);
    const isRunAtOnce =
      isGiven &&
      /^(map|flatMap|forEach|filter|reduce)$/.test(at.parent.callee.property?.name ?? "");
    if (isFunction(at) && !isRunAtOnce) return false;
  }
  return true;
}

/** Said while a module loads, a message would be in the language of whoever came first. */
const saidOnLoad = {
  meta: {
    type: "problem",
    schema: [],
    messages: { early: "Say a message when it is needed: keep the function, and call it then." },
  },
  create(context) {
    const spoken = new Set();
    const isSpoken = ({ type, object, name }) =>
      type === "MemberExpression" ? isSpoken(object) : spoken.has(name);
    return {
      ImportDeclaration({ source, specifiers }) {
        if (!/#lib\/(generated\/messages\/|locale\.ts)/.test(String(source.value))) return;
        for (const { local } of specifiers) {
          if (!/^(locales|localeNames|defaultLocale|isLocale|readLocale)$/.test(local.name))
            spoken.add(local.name);
        }
      },
      CallExpression(node) {
        if (isSpoken(node.callee) && runsOnLoad(node)) context.report({ node, messageId: "early" });
      },
    };
  },
};

export default tseslint.config(
  {
    ignores: [
      ".next/",
      ".data/",
      ".test/",
      "lib/generated/",
      "next-env.d.ts",
      "playwright-report/",
      "test-results/",
    ],
  },
  tseslint.configs.recommended,
  {
    files: code,
    plugins: {
      "import-x": importX,
      vignette: { rules: { "client-imports": clientImports, "said-on-load": saidOnLoad } },
    },
    settings: {
      "import-x/resolver-next": [
        createNodeResolver({ extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".json"] }),
      ],
      "import-x/extensions": [".ts", ".tsx"],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts", ".tsx", ".mts"] },
    },
    rules: {
      eqeqeq: "error",
      "no-constant-binary-expression": "error",
      "no-debugger": "error",
      "no-dupe-else-if": "error",
      "no-empty": "error",
      "no-empty-pattern": "error",
      "no-fallthrough": "error",
      "no-irregular-whitespace": "error",
      "no-self-assign": "error",
      "no-unsafe-finally": "error",
      "no-useless-escape": "error",
      "no-var": "error",
      "prefer-const": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "import-x/no-duplicates": "error",
      "import-x/no-self-import": "error",
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["next-auth", "next-auth/*", "@auth/*", "@next-auth/*"],
              message: "Only lib/accounts/auth.ts, its adapter and its route import next-auth.",
            },
          ],
        },
      ],
      "no-restricted-syntax": ["error", useServer, ...markup],
      "vignette/client-imports": "error",
      "vignette/said-on-load": "error",
    },
  },
  {
    files: typed,
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["{app,components,lib}/**/*.{ts,tsx}"],
    ignores: tests,
    rules: { "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones }] },
  },
  {
    files: ["lib/**/actions.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: 'Program:not(:has(> ExpressionStatement[directive="use server"]))',
          message: "An actions.ts file begins with 'use server'.",
        },
        {
          selector: 'BlockStatement > ExpressionStatement[directive="use server"]',
          message: useServer.message,
        },
        ...built,
      ],
    },
  },
  {
    files: ["lib/**/{queries,commands}.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        useServer,
        {
          selector: 'Program:not(:has(> ImportDeclaration[source.value="server-only"]))',
          message: 'Queries and commands begin with import "server-only".',
        },
      ],
    },
  },
  {
    files: [
      "lib/accounts/{auth,adapter}.ts",
      "app/api/auth/[[]...nextauth[]]/route.ts",
      "lib/accounts/*.test.ts",
    ],
    rules: { "no-restricted-imports": "off" },
  },
);
