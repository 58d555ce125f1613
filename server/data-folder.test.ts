import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, it } from "vitest";
import { holdDataFolder, keptSecret, openDataFolder } from "#server/data-folder.ts";

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), "vignette-data-"));
});

it("is made where there is none, and left as it is where there is one", async () => {
  const folder = path.join(parent, "a", "b");
  await openDataFolder(folder);
  await writeFile(path.join(folder, "kept"), "x");
  await openDataFolder(folder);
  expect(await readFile(path.join(folder, "kept"), "utf8")).toBe("x");
});

it("says what is in the way", async () => {
  const file = path.join(parent, "file");
  await writeFile(file, "not a folder");
  await expect(openDataFolder(file)).rejects.toThrow(/file.*can't be written to.*set DATA_DIR/);
  await expect(openDataFolder(path.join(file, "in"))).rejects.toThrow(
    /a part of that path is a file/,
  );
  expect(await readFile(file, "utf8")).toBe("not a folder");
});

it("is held by one copy, which the other is told of", async () => {
  const lock = await holdDataFolder(parent);
  await expect(holdDataFolder(parent)).rejects.toThrow(
    `already in use by another running copy of Vignette (process ${process.pid})`,
  );
  lock.release();
  (await holdDataFolder(parent)).release();
});

it("keeps a secret, for its owner only", async () => {
  const file = path.join(parent, "secret");
  const secret = await keptSecret(file);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(await keptSecret(file)).toBe(secret);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});
