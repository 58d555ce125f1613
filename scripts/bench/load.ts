/** Our pages, in turn with what else could serve them. */
import { get } from "node:http";
import autocannon from "autocannon";
import { median, printTable } from "./figures.ts";

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 16;

type Load = { perSecond: number; p99: number };

async function load(url: string, encoding: string): Promise<Load> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { "accept-encoding": encoding },
  });
  if (result.non2xx || result.errors)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

export type Compared = {
  name: string;
  encoding: "identity" | "gzip";
  ours: string;
  /** A bare prerendered page of Next's, of that size. */
  next: string;
  /** The same bytes by Node's http. */
  http: string;
};

export async function comparePages(pages: readonly Compared[]): Promise<void> {
  const rows: string[][] = [];
  for (const { name, encoding, ...urls } of pages) {
    const sides = [urls.http, urls.next, urls.ours];
    const loads = sides.map((): Load[] => []);
    for (const url of sides) await load(url, encoding); // warms them up
    for (let round = 0; round < ROUNDS; round++)
      for (const [side, url] of sides.entries()) loads[side]?.push(await load(url, encoding));
    const [http = [], next = [], ours = []] = loads;
    const rate = (of: Load[]) => median(of.map(({ perSecond }) => perSecond)).toFixed(0);
    const p99 = (of: Load[]) => median(of.map(({ p99 }) => p99)).toFixed(0);
    const ratio = (of: Load[]) =>
      median(ours.map(({ perSecond }, round) => perSecond / (of[round]?.perSecond ?? 1))).toFixed(
        2,
      );
    rows.push([
      `${name} ${encoding === "gzip" ? "gzip" : "plain"}`,
      ...[rate(ours), rate(next), ratio(next), rate(http), ratio(http), p99(ours), p99(next)],
    ]);
    console.log(`${name} ${encoding}: ${rate(ours)}/s`);
  }
  printTable(
    [
      ...["page", "ours, requests/s", "bare Next", "ratio", "bare http", "ratio", "ours, p99 ms"],
      "bare Next, p99 ms",
    ],
    rows,
  );
}

export type Recorded = { url: string; type: string; encoding?: string; body: string };

/** The very bytes that go over the wire. `body` is in base 64. */
export async function record(origin: string, path: string, encoding: string): Promise<Recorded> {
  return new Promise((resolve, reject) => {
    get(`${origin}${path}`, { headers: { "accept-encoding": encoding } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`));
        const { "content-type": type = "", "content-encoding": kept } = answer.headers;
        const body = Buffer.concat(chunks).toString("base64");
        resolve({ url: `${path}?${encoding}`, type, body, ...(kept ? { encoding: kept } : {}) });
      });
    }).on("error", reject);
  });
}

export const sizeOf = ({ body }: Recorded) => Buffer.byteLength(body, "base64");
