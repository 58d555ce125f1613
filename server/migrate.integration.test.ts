import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withClient, databaseUrl, dropTestDatabase, testAdminUrl } from "#lib/testing/template.ts";
import { StartFailure } from "#server/failure.ts";
import { migrate } from "#server/migrate.ts";
import { readMigrations, schemaDifference } from "#server/schema-engine.ts";

const name = `vignette_test_${randomBytes(6).toString("hex")}`;
const url = databaseUrl(testAdminUrl(), name);
let pool: pg.Pool;

beforeEach(async () => {
  await withClient(testAdminUrl(), (client) => client.query(`CREATE DATABASE ${name}`));
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

  it("leaves what admins edit as they left it, also what they removed of what came with it", async () => {
    await migrate(url);
    const rows = () => pool.query(`SELECT "id", "phone" FROM "Helpline" ORDER BY "id"`);
    expect((await rows()).rowCount).toBe(11);
    await pool.query(`DELETE FROM "Helpline" WHERE "id" <> 'nz-1737'`);
    await pool.query(`UPDATE "Helpline" SET "phone" = '0800 1737 1737'`);
    await migrate(url);
    expect((await rows()).rows).toEqual([{ id: "nz-1737", phone: "0800 1737 1737" }]);
  });

  it("happens once when several copies start at the same moment", async () => {
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
    expect(applied.flat()).toEqual(await migrations());
  });

  it("makes the job queue too, and leaves a newer one alone", async () => {
    await migrate(url);
    const job = await pool.query(`SELECT "id" FROM graphile_worker.add_job('task', '{}')`);
    expect(job.rowCount).toBe(1);
    await pool.query(`INSERT INTO graphile_worker.migrations (id) VALUES (999999)`);
    await expect(migrate(url)).rejects.toThrow(/newer Vignette.*update Vignette/);
  });

  it("makes the queue where there was none yet", async () => {
    await migrate(url);
    await pool.query(`DROP SCHEMA graphile_worker CASCADE`);
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
    expect(applied.flat()).toEqual([]);
    const { rows } = await pool.query(`SELECT to_regclass('graphile_worker.jobs') AS jobs`);
    expect(rows).toEqual([{ jobs: "graphile_worker.jobs" }]);
  });

  it("says so when it may not make the queue", async () => {
    await migrate(url);
    await pool.query(`DROP SCHEMA graphile_worker CASCADE`);
    const role = `${name}_user`;
    await pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'p'`);
    await pool.query(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}`);
    const asRole = Object.assign(new URL(url), { username: role, password: "p" });
    try {
      await expect(migrate(asRole.href)).rejects.toThrow(/graphile_worker.*database's owner/);
    } finally {
      await pool.query(`DROP OWNED BY ${role}`);
      await pool.query(`DROP ROLE ${role}`);
    }
  });

  describe("as a user who may make no more than tables", () => {
    const role = `${name}_tables`;
    const asRole = Object.assign(new URL(url), { username: role, password: "p" });

    beforeEach(async () => {
      await pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'p'`);
      await pool.query(`GRANT ALL ON SCHEMA public TO ${role}`);
    });
    afterEach(async () => {
      await pool.query(`DROP OWNED BY ${role} CASCADE`);
      await pool.query(`DROP ROLE ${role}`);
    });

    it("says that pg_trgm is missing and who can make it, and leaves nothing of that behind", async () => {
      const failed: unknown = await migrate(asRole.href).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(StartFailure);
      expect(String(failed)).toMatch(/database's owner, or .* CREATE EXTENSION pg_trgm/);
      const { rows } = await pool.query(`SELECT to_regclass('"Reason"') AS reasons`);
      expect(rows).toEqual([{ reasons: null }]);
    });

    it("goes on from there once they may make what the database needs", async () => {
      await migrate(asRole.href).catch(() => undefined);
      await pool.query(`GRANT CREATE ON DATABASE ${name} TO ${role}`);
      expect(await migrate(asRole.href)).toContain("20261121200000_the_desk_is_shared");
      expect(await migrate(asRole.href)).toEqual([]);
    });

    it("needs no right to the extensions where an admin has made them", async () => {
      await pool.query("CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent");
      // The tables are there; what is missing is the right to make the queue's schema.
      await expect(migrate(asRole.href)).rejects.toThrow(/graphile_worker/);
      const { rows } = await pool.query(`SELECT to_regclass('"Reason"')::text AS reasons`);
      expect(rows).toEqual([{ reasons: '"Reason"' }]);
    });
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
