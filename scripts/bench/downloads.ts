/** What a first visit takes, with gzip, and whether anything moves: in Chromium, with an empty cache. */
import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "#scripts/test/browser.ts";
import { printTable } from "./figures.ts";

type Visit = {
  /** Bytes of bodies, over the wire. */
  script: number;
  font: number;
  style: number;
  document: number;
  /** Cumulative layout shift. */
  shift: number;
};

type Visited = { name: string; url: string };

const kinds = {
  Script: "script",
  Font: "font",
  Stylesheet: "style",
  Document: "document",
} as const;

/** As on a phone far from a mast. */
const slow = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 25_000, offline: false };

const views = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

export async function measureDownloads(pages: Visited[], bare: Visited): Promise<void> {
  const executablePath = await findBrowser(() => undefined);
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const floor = await visit(browser, bare);
    const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
    const rows: string[][] = [];
    for (const page of [...pages, bare]) {
      const seen = await visit(browser, page);
      rows.push([
        page.name,
        kilobytes(seen.document),
        kilobytes(seen.script),
        page === bare ? "" : kilobytes(seen.script - floor.script),
        ...[kilobytes(seen.font), kilobytes(seen.style), seen.shift.toFixed(3)],
      ]);
    }
    printTable(
      [
        ...["first visit", "document", "JavaScript", "above a bare page", "fonts", "styles"],
        "layout shift",
      ],
      rows,
    );
  } finally {
    await browser.close();
  }
}

/** Cold, over a slow network; the layout shift is the worst of a phone and a desk. */
async function visit(browser: Browser, { url }: Visited): Promise<Visit> {
  const visits: Visit[] = [];
  for (const viewport of views) {
    // Next compresses with no other than gzip.
    const extraHTTPHeaders = { "accept-encoding": "gzip" };
    const context = await browser.newContext({ viewport, extraHTTPHeaders });
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", slow);
    const seen: Visit = { script: 0, font: 0, style: 0, document: 0, shift: 0 };
    const answers = new Map<string, { kind?: keyof Visit; headers: number }>();
    client.on("Network.responseReceived", ({ requestId, type, response }) => {
      const kind = kinds[type as keyof typeof kinds];
      answers.set(requestId, { kind, headers: response.encodedDataLength });
    });
    client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const { kind, headers = 0 } = answers.get(requestId) ?? {};
      if (kind) seen[kind] += encodedDataLength - headers;
    });
    await page.addInitScript(() => {
      const told = window as unknown as { shift: number };
      told.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          told.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(url, { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready);
    // Two frames: what the fonts move is told after they are painted.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    seen.shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    visits.push(seen);
    await context.close();
  }
  const [first, ...rest] = visits;
  if (!first) throw new Error("Nothing was visited.");
  return { ...first, shift: Math.max(first.shift, ...rest.map(({ shift }) => shift)) };
}
