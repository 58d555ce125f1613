/**
 * Builds when the sources are not those of the build. Compared by content, not by date: a clone, a
 * checkout of another branch and a container image all change dates and not what would be built.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type FolderLock, takeLock } from "#server/folder-lock.ts";
import { root, runTool } from "#server/tool.ts";

const sources = [
  ".browserslistrc",
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "server",
  "prisma/schema.prisma",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const messageSources = ["messages", "scripts/messages.ts", "lib/locale.ts", "package-lock.json"];
const clientSources = ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"];
const stamps = {
  build: ".next/sources.sha256",
  client: "lib/generated/sources.sha256",
  messages: "lib/generated/messages.sha256",
};

type Options = { signal?: AbortSignal; progress?: (text: string) => void };

/**
 * Writes what is generated (lib/generated): the database client and the messages, each when it is not
 * of the sources that are there.
 */
export async function generate({ signal }: Options = {}): Promise<boolean> {
  const messages = await once({ list: messageSources, stamp: stamps.messages }, async () => {
    const { writeMessages } = await import("#scripts/messages.ts");
    await writeMessages();
  });
  const client = await once({ list: clientSources, stamp: stamps.client }, () =>
    runTool({
      script: "prisma/build/index.js",
      args: ["generate"],
      signal,
      failure: "Prisma could not write the database client. What it said is above.",
    }),
  );
  return messages || client;
}

/** Builds the site, and answers whether it had to. */
export async function buildSite({ signal, progress }: Options = {}): Promise<boolean> {
  return once(
    { list: sources, stamp: stamps.build, onWait: () => progress?.("Waiting for another build") },
    () =>
      runTool({
        script: "next/dist/bin/next",
        args: ["build"],
        env: { NODE_ENV: "production" },
        signal,
        failure: "The site could not be built. What the build said is above.",
      }),
  );
}

type Once = { list: string[]; stamp: string; onWait?: () => void };

/** Does `work` unless it was done on these sources; two processes at once do it once. */
async function once({ list, stamp, onWait }: Once, work: () => Promise<void>): Promise<boolean> {
  if (await isDone(list, stamp)) return false;
  const lock = await turn(onWait);
  try {
    if (await isDone(list, stamp)) return false;
    const before = await fingerprint(list);
    // Not even what was there before counts, should the work be broken off.
    await rm(path.join(root, stamp), { force: true });
    await work();
    await mkdir(path.dirname(path.join(root, stamp)), { recursive: true });
    await writeFile(path.join(root, stamp), before);
    return true;
  } finally {
    lock.release();
  }
}

async function isDone(list: string[], stamp: string) {
  const done = await readFile(path.join(root, stamp), "utf8").catch(() => null);
  return done !== null && done === (await fingerprint(list));
}

async function turn(onWait?: () => void): Promise<FolderLock> {
  const folder = path.join(root, "node_modules", ".cache");
  await mkdir(folder, { recursive: true });
  for (;;) {
    const lock = takeLock(path.join(folder, "vignette-build.lock"));
    if (lock) return lock;
    onWait?.();
    await wait(200);
  }
}

/** One hash over the names and contents of files and of folders' files; tests don't count. */
async function fingerprint(list: string[]): Promise<string> {
  const files = (await Promise.all(list.map((name) => filesOf(name)))).flat().sort();
  const contents = await Promise.all(files.map((name) => readFile(path.join(root, name))));
  const hash = createHash("sha256");
  files.forEach((name, index) => {
    const content = createHash("sha256").update(contents[index] ?? "");
    hash.update(`${name} ${content.digest("hex")}\n`);
  });
  return hash.digest("hex");
}

async function filesOf(name: string): Promise<string[]> {
  const entries = await readdir(path.join(root, name), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => (error.code === "ENOTDIR" ? "file" : "absent"),
  );
  if (entries === "absent") return [];
  if (entries === "file") return /\.test\.tsx?$/.test(name) ? [] : [name];
  const inside = entries.filter((entry) => entry.name !== "generated");
  return (await Promise.all(inside.map((entry) => filesOf(`${name}/${entry.name}`)))).flat();
}
