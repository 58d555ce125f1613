import { expect, test } from "vitest";
import { database } from "#lib/db.ts";
import { findEverywhere } from "#lib/testing/everywhere.ts";

test("what is in the database is found, in text, lists, JSON, bytes, and other schemas", async () => {
  await database().pool.query(`
    CREATE SCHEMA "Else";
    CREATE TABLE "Else"."the ""table""" (words text, list text[], json json, packed jsonb, bytes bytea);
    INSERT INTO "Else"."the ""table""" VALUES
      ('the Kettle', '{a,kettle}', '{"a":["kettle"]}', '{"kettle": 1}', convert_to('a kettle', 'UTF8'))`);
  expect(await findEverywhere("Kettle")).toEqual(
    ["words", "list", "json", "packed", "bytes"].map((column) => `Else.the "table".${column}`),
  );
  expect(await findEverywhere("teapot")).toEqual([]);
});

test("the tables of the program and of its job queue are among them", async () => {
  const { rows } = await database().pool.query<{ id: string }>(
    `INSERT INTO "User" (id, name) VALUES ('u', 'Kettle-Keeper') RETURNING id`,
  );
  expect(rows).toHaveLength(1);
  await database().pool.query(
    `SELECT FROM graphile_worker.add_job('none', json_build_object('said', 'kettle-keeper'))`,
  );
  expect(await findEverywhere("kettle-keeper")).toEqual([
    "graphile_worker._private_jobs.payload",
    "public.User.name",
  ]);
});
