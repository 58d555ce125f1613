/**
 * What Next serves at best: an app with nothing but prerendered pages of words, built and started as
 * its makers say, of our version and from our packages.
 */
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "#server/embedded-postgres.ts";
import { root } from "#server/tool.ts";
import { type Recorded, record, sizeOf } from "./load.ts";
import { start, untilReady } from "./servers.ts";

const run = promisify(execFile);
const next = path.join(root, "node_modules/next/dist/bin/next");

/** In paragraphs of a story's length: for each size there is a page. */
const sizes = Array.from({ length: 60 }, (_, at) => Math.round(2 * 1.1 ** at));

/** Starts it with pages of these words. Answers its origin. */
export async function startBareNext(folder: string, words: readonly string[]): Promise<string> {
  const app = path.join(folder, "bare-next");
  await mkdir(path.join(app, "app", "[paragraphs]"), { recursive: true });
  const files: Record<string, string> = {
    "package.json": JSON.stringify({ private: true, type: "module" }),
    "next.config.js": `export default { turbopack: { root: ${JSON.stringify(root)} } };`,
    "words.json": JSON.stringify(words),
    "app/layout.js": `export default function Layout({ children }) {
      return <html lang="en"><body>{children}</body></html>;
    }`,
    "app/[paragraphs]/page.js": `import words from "../../words.json";
    export const dynamicParams = false;
    export const generateStaticParams = () => ${JSON.stringify(sizes.map((size) => ({ paragraphs: String(size) })))};
    export default async function Page({ params }) {
      const { paragraphs } = await params;
      return Array.from({ length: Number(paragraphs) }, (_, at) =>
        <p key={at}>{words.slice(at * 25, at * 25 + 25).join(" ")}</p>);
    }`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(app, name), text);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" as const };
  await run(process.execPath, [next, "build"], { cwd: app, env, maxBuffer: 64 * 1024 * 1024 });
  const port = String(await freePort());
  const args = ["start", "--port", port, "--hostname", "127.0.0.1"];
  start({ script: next, args, cwd: app, env: { NODE_ENV: "production" } });
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(`${origin}/${sizes[0]}`);
  return origin;
}

/** The address of its page that is nearest in size to one of ours, as it goes over the wire. */
export async function nearestIn(origin: string, ours: Recorded): Promise<string> {
  const far = await Promise.all(
    sizes.map(async (size) => {
      const page = await record(origin, `/${size}`, ours.encoding ?? "identity");
      return { url: `${origin}/${size}`, off: Math.abs(sizeOf(page) - sizeOf(ours)) };
    }),
  );
  return far.reduce((one, other) => (other.off < one.off ? other : one)).url;
}
