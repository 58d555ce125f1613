/**
 * Gives each integration test file a database of its own. Vitest runs it before the file's modules
 * load (vitest.config.ts), so that `lib/db.ts` finds the address.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import { afterAll } from "vitest";
import { createTestDatabase, dropTestDatabase, testAdminUrl } from "#lib/testing/template.ts";

const adminUrl = testAdminUrl();
const name = `vignette_test_${randomBytes(6).toString("hex")}`;

Object.assign(process.env, {
  DATABASE_URL: await createTestDatabase(adminUrl, name),
  SITE_URL: "http://localhost:3000",
  NEXTAUTH_URL: "http://localhost:3000",
  AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  LOG_LEVEL: "silent",
  DATA_DIR: mkdtempSync(path.join(tmpdir(), "vignette-test-")),
});

afterAll(async () => {
  const { vignetteDatabase } = globalThis as { vignetteDatabase?: { pool: pg.Pool } };
  await vignetteDatabase?.pool.end();
  await dropTestDatabase(adminUrl, name);
  rmSync(process.env.DATA_DIR ?? "", { recursive: true, force: true });
});
