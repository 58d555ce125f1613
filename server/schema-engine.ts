/**
 * Prisma's own schema engine as WebAssembly: the same migrations folder and `_prisma_migrations`
 * table as the CLI, without the binary that the CLI downloads.
 * docs/decisions/0004-migrations-without-the-download.md
 */
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationList, SchemaFilter } from "@prisma/schema-engine-wasm";
import type pg from "pg";
import { MigrationAdapter } from "#server/migration-adapter.ts";

const prismaFolder = path.join(import.meta.dirname, "..", "prisma");
export const migrationsFolder = path.join(prismaFolder, "migrations");
export const everything: SchemaFilter = { externalTables: [], externalEnums: [] };

/** The data model of prisma/schema.prisma, as the engine takes it. */
export async function schemaFiles() {
  const file = path.join(prismaFolder, "schema.prisma");
  return [{ path: file, content: await readFile(file, "utf8") }];
}

let loading: Promise<void> | undefined;

/** Once in a process: the bindings keep views on the memory of the first instance. */
async function load() {
  const wasm = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** The caller ends the pool. */
export async function openSchemaEngine(pool: pg.Pool) {
  await (loading ??= load());
  const datamodels = (await schemaFiles()).map(({ path, content }): [string, string] => [
    path,
    content,
  ]);
  return bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(pool)),
  );
}

/** Every migration in prisma/migrations, oldest first. */
export async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(path.join(migrationsFolder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      folders.map(async (folder) => ({
        path: folder,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(migrationsFolder, folder, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

/** The SQL from a migrated database to prisma/schema.prisma; empty when they agree. */
export async function schemaDifference(pool: pg.Pool): Promise<string> {
  const engine = await openSchemaEngine(pool);
  const files = await schemaFiles();
  const { stdout } = await engine.diff({
    from: { tag: "schemaDatasource", files, configDir: prismaFolder },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    filters: everything,
  });
  return /^-- This is an empty migration/.test(stdout ?? "") ? "" : (stdout ?? "").trim();
}
