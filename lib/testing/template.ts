/**
 * The migrated, empty database that each test file copies: copying takes a tenth of a second,
 * migrating takes longer. Named after the migrations, so that a changed one makes a new template.
 */
import { createHash } from "node:crypto";
import pg from "pg";
import { migrate } from "#server/migrate.ts";
import { readMigrations } from "#server/schema-engine.ts";
import { queueVersion } from "#server/worker-schema.ts";

const lockKey = 7_261_281;

/** Connects, does `work`, and disconnects. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function databaseUrl(adminUrl: string, name: string) {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Makes the template on this server unless it is there, and answers its name. */
export async function ensureTemplate(adminUrl: string): Promise<string> {
  const migrations = JSON.stringify([await readMigrations(), await queueVersion()]);
  const name = `vignette_template_${createHash("sha256").update(migrations).digest("hex").slice(0, 12)}`;
  await withClient(adminUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [lockKey]);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return;
    const draft = `${name}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    await migrate(databaseUrl(adminUrl, draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  });
  return name;
}

/** A fresh copy of the template. */
export async function createTestDatabase(adminUrl: string, name: string): Promise<string> {
  const template = await ensureTemplate(adminUrl);
  await withClient(adminUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`),
  );
  return databaseUrl(adminUrl, name);
}

export async function dropTestDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  );
}

export function testAdminUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return url;
  throw new Error(
    'Integration tests need a PostgreSQL: run "npm run integration", which starts one, or set ' +
      "TEST_DATABASE_URL to a server on which you may make databases.",
  );
}
