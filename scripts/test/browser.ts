/** A browser for the end-to-end tests: Playwright's own, the system's, or one that we install. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { StartFailure } from "#server/failure.ts";
import { root } from "./tool.ts";

const run = promisify(execFile);

const known = {
  linux: [
    // Without the windows around the page, as Playwright's own: a third less work for it.
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: ["C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"],
} as Partial<Record<NodeJS.Platform, string[]>>;

/** Its path; the empty string for Playwright's own. */
export async function findBrowser(progress: (text: string) => void): Promise<string> {
  const given = process.env.VIGNETTE_CHROMIUM;
  for (const candidate of [...(given ? [given] : []), "", ...(known[process.platform] ?? [])]) {
    if (await starts(candidate)) return candidate;
  }
  progress("Downloading a browser");
  if ((await download()) && (await starts(""))) return "";
  progress("Installing Chromium with apt-get");
  for (const name of ["chromium-headless-shell", "chromium"]) {
    const installed = `/usr/bin/${name}`;
    if ((await installWithApt(name)) && (await starts(installed))) return installed;
  }
  throw new StartFailure(
    "No browser was found, and none could be installed. Install Chrome or Chromium, or set " +
      "VIGNETTE_CHROMIUM to the path of one.",
  );
}

/** Tried, not looked up: it must start here, and understand this version of Playwright. */
async function starts(executablePath: string): Promise<boolean> {
  if (executablePath && !existsSync(executablePath)) return false;
  try {
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-gpu"],
      timeout: 30_000,
    });
    await (await browser.newPage()).goto("data:text/html,<title>x</title>");
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/** Bounded: behind a proxy that swallows it, the download never ends by itself. */
async function download(): Promise<boolean> {
  const cli = path.join(root, "node_modules/playwright/cli.js");
  return run(process.execPath, [cli, "install", "chromium"], { timeout: 120_000 }).then(
    () => true,
    () => false,
  );
}

async function installWithApt(name: string): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await run("apt-get", ["update"], { env, timeout: 120_000 });
    const words = ["install", "-y", "--no-install-recommends", name];
    await run("apt-get", words, { env, timeout: 300_000, maxBuffer: 64 * 1024 * 1024 });
    return true;
  } catch {
    return false;
  }
}
