import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asAdmin, databaseUrl, dropTestDatabase, testAdminUrl } from "#lib/testing/template.ts";
import { migrate } from "#server/migrate.ts";
import { readMigrations, schemaDifference } from "#server/schema-engine.ts";

const name = `vignette_test_${randomBytes(6).toString("hex")}`;
const url = databaseUrl(testAdminUrl(), name);
let pool: pg.Pool;

beforeEach(async () => {
  await asAdmin(testAdminUrl(), (client) => client.query(`CREATE DATABASE ${name}`));
  pool = new pg.Pool({ connectionString: url }).on("error", () => undefined);
});

afterEach(async () => {
  await pool.end();
  await dropTestDatabase(testAdminUrl(), name);
});

async function migrations() {
  return (await readMigrations()).migrationDirectories.map(({ path }) => path);
}

describe("migrating", () => {
  it("makes the tables of prisma/schema.prisma, and nothing else", async () => {
    expect(await migrate(url)).toEqual(await migrations());
    expect(await schemaDifference(pool)).toBe("");
  });

  it("has nothing to do the second time", async () => {
    await migrate(url);
    expect(await migrate(url)).toEqual([]);
  });

  it("happens once when several copies start at the same moment", async () => {
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
    expect(applied.flat()).toEqual(await migrations());
  });

  it("begins again where the machine stopped in the middle", async () => {
    await migrate(url);
    await pool.query(`DROP SCHEMA public CASCADE`);
    await pool.query(`CREATE SCHEMA public`);
    await pool.query(`
      CREATE TABLE _prisma_migrations (
        id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
        migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
        started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0
      )`);
    await pool.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', 'x', $1)`,
      [(await migrations())[0]],
    );
    expect(await migrate(url)).toEqual(await migrations());
  });

  it("leaves a database alone that has had migrations it does not know", async () => {
    await migrate(url);
    await pool.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
       VALUES ('1', 'x', '29990101000000_later', now())`,
    );
    await expect(migrate(url)).rejects.toThrow(/29990101000000_later.*update Vignette/);
  });

  it("says which migration failed and why, and leaves nothing of it behind", async () => {
    // In the way of one of the last statements.
    await pool.query(`CREATE FUNCTION tell_readers() RETURNS integer RETURN 1`);
    await expect(migrate(url)).rejects.toThrow(/changed nothing: ERROR: .*tell_readers.* already/);
    const { rows } = await pool.query(`SELECT to_regclass('"User"') AS users`);
    expect(rows).toEqual([{ users: null }]);
  });
});
