/**
 * `npm run migration -- name`: writes prisma/migrations/<now>_<name>/migration.sql with what leads
 * from the migrations so far to prisma/schema.prisma. Needs no network: Prisma's own engine compares
 * them on a PostgreSQL that is started for it and thrown away. What Prisma has no words for (CHECKs,
 * triggers) is then added to the file by hand.
 */
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { step } from "#scripts/steps.mjs";
import { startPostgres } from "#server/embedded-postgres.ts";
import { StartFailure } from "#server/failure.ts";
import { migrate } from "#server/migrate.ts";
import { migrationsFolder, schemaDifference } from "#server/schema-engine.ts";

async function compare(folder: string): Promise<string> {
  const postgres = await startPostgres(folder, { fsync: "off" });
  const pool = new pg.Pool({ connectionString: postgres.url });
  try {
    await migrate(postgres.url);
    return await schemaDifference(pool);
  } finally {
    await pool.end();
    await postgres.stop();
  }
}

async function write(name: string, sql: string): Promise<string> {
  const now = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(migrationsFolder, `${now}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, "migration.sql"), `${sql}\n`);
  return path.relative(process.cwd(), path.join(folder, "migration.sql"));
}

const name = (process.argv[2] ?? "").toLowerCase().replace(/[^a-z0-9]+/g, "_");
const folder = await mkdtemp(path.join(tmpdir(), "vignette-migration-"));
try {
  if (!name) {
    throw new StartFailure("Please name what changes: npm run migration -- stories_have_reports");
  }
  await chmod(folder, 0o711); // started by root, PostgreSQL is another user
  const sql = await step("Comparing the migrations with the schema", () => compare(folder));
  if (sql) console.log(`Written: ${await write(name, sql)}\n\n${sql}`);
  else console.log("The migrations already make what prisma/schema.prisma says.");
} catch (error) {
  console.error(error instanceof StartFailure ? `\n${error.message}` : error);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
