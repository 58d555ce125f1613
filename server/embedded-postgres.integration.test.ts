import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type EmbeddedPostgres,
  runningPostgres,
  startPostgres,
} from "#server/embedded-postgres.ts";

let folder: string;
let postgres: EmbeddedPostgres;

async function ask(sql: string) {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vignette-postgres-"));
  postgres = await startPostgres(folder);
});

afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  it("is an 18, speaks UTF-8 and knows capitals beyond ASCII on any machine", async () => {
    expect(postgres.version).toMatch(/^18\./);
    expect(await ask("SELECT current_setting('server_encoding') AS e, lower('ÅŞ') AS l")).toEqual([
      { e: "UTF8", l: "åş" },
    ]);
  });

  it("listens to this machine only, and to nobody without the password", async () => {
    expect(await ask("SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect(await ask("SHOW unix_socket_directories")).toEqual([{ unix_socket_directories: "" }]);
    const stranger = Object.assign(new URL(postgres.url), { password: "guess" });
    const client = new pg.Client({ connectionString: stranger.href });
    await expect(client.connect()).rejects.toMatchObject({ code: "28P01" });
  });

  it("keeps words of stories out of its log", async () => {
    const refused = "the words of a story";
    await ask("CREATE TABLE words (text text CHECK (text = ''))");
    await expect(ask(`INSERT INTO words VALUES ('${refused}')`)).rejects.toThrow(/violates check/);
    const log = await readFile(path.join(folder, "postgres.log"), "utf8");
    expect(log).toContain("violates check");
    expect(log).not.toContain(refused);
  });

  it("is taken over when the copy that started it was killed", async () => {
    const again = await startPostgres(folder);
    expect(again.takenOver).toBe(true);
    expect(again.url).toBe(postgres.url);
    expect(await runningPostgres(folder)).toBe(postgres.url);
  });

  it("stops, and has everything when it starts again", async () => {
    await ask("CREATE TABLE kept (text text)");
    await postgres.stop();
    expect(await postgres.runs()).toBe(false);
    expect(await runningPostgres(folder)).toBeNull();
    postgres = await startPostgres(folder);
    expect(postgres.takenOver).toBe(false);
    expect(await ask("SELECT * FROM kept")).toEqual([]);
  });
});
