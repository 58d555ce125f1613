import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { takeLock } from "#server/folder-lock.ts";

const newFile = () => path.join(mkdtempSync(path.join(tmpdir(), "vignette-lock-")), "lock");

describe("a folder's lock", () => {
  it("has one holder at a time", () => {
    const file = newFile();
    const first = takeLock(file);
    expect(first).not.toBeNull();
    expect(takeLock(file)).toBeNull();
    first?.release();
    const next = takeLock(file);
    expect(next).not.toBeNull();
    next?.release();
  });

  it("is free again when its holder was killed", async () => {
    const file = newFile();
    const script = `
      import { takeLock } from "#server/folder-lock.ts";
      takeLock(${JSON.stringify(file)});
      console.log("held");
      setInterval(() => undefined, 1000);`;
    const holder = spawn(process.execPath, ["--input-type=module", "-e", script], {
      cwd: path.join(import.meta.dirname, ".."),
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => holder.stdout.once("data", resolve));
    expect(takeLock(file)).toBeNull();
    const ended = new Promise((resolve) => holder.once("exit", resolve));
    holder.kill("SIGKILL");
    await ended;
    const lock = takeLock(file);
    expect(lock).not.toBeNull();
    lock?.release();
  });
});
