import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import os, { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { findPostmaster } from "#server/postmaster.ts";

let cluster: string;
const now = Math.floor(Date.now() / 1_000);
const pidFile = () => path.join(cluster, "postmaster.pid");

function write({ pid, startedAt }: { pid: number; startedAt: number }) {
  return writeFile(pidFile(), `${pid}\n${cluster}\n${startedAt}\n5999\n\n127.0.0.1\n\nready\n`);
}

beforeEach(async () => {
  cluster = await mkdtemp(path.join(tmpdir(), "vignette-cluster-"));
});

describe("postmaster.pid", () => {
  it("that is not there: nobody runs", async () => {
    expect(await findPostmaster(cluster)).toBeNull();
  });

  it("of a process that is gone: nobody runs, and PostgreSQL clears it away itself", async () => {
    await write({ pid: 2 ** 22 + 1, startedAt: now });
    expect(await findPostmaster(cluster)).toBeNull();
    expect(existsSync(pidFile())).toBe(true);
  });

  it("from before the machine started, its pid given to another program: removed", async () => {
    await write({ pid: process.pid, startedAt: Math.floor(now - os.uptime()) - 3_600 });
    expect(await findPostmaster(cluster)).toBeNull();
    expect(existsSync(pidFile())).toBe(false);
  });

  it.runIf(process.platform === "linux")(
    "of a program that works in another folder: removed",
    async () => {
      await write({ pid: process.pid, startedAt: now });
      expect(await findPostmaster(cluster)).toBeNull();
      expect(existsSync(pidFile())).toBe(false);
    },
  );

  it("of a program that works in this folder: it runs, and the file stays", async () => {
    const program = spawn("sleep", ["60"], { cwd: cluster, stdio: "ignore" });
    await write({ pid: program.pid ?? 0, startedAt: now });
    expect(await findPostmaster(cluster)).toMatchObject({ pid: program.pid, port: 5999 });
    program.kill();
    expect(existsSync(pidFile())).toBe(true);
  });
});
