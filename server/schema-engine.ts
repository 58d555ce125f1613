/**
 * Prisma's own schema engine as WebAssembly: the same migrations folder and `_prisma_migrations`
 * table as the CLI, without the binary that the CLI downloads.
 * docs/decisions/0004-migrations-without-the-download.md
 */
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from "@prisma/driver-adapter-utils";
import { PrismaPg } from "@prisma/adapter-pg";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationList, SchemaFilter } from "@prisma/schema-engine-wasm";
import pg from "pg";

const prismaFolder = path.join(import.meta.dirname, "..", "prisma");
export const migrationsFolder = path.join(prismaFolder, "migrations");
export const everything: SchemaFilter = { externalTables: [], externalEnums: [] };

/** The data model of prisma/schema.prisma, as the engine takes it. */
export async function schemaFiles() {
  const file = path.join(prismaFolder, "schema.prisma");
  return [{ path: file, content: await readFile(file, "utf8") }];
}

/**
 * The adapter cuts a script at every semicolon, those inside a function's body too. Sent whole, a
 * script is one transaction: all of a migration happens, or nothing.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const connection = await super.connect();
    connection.executeScript = async (script) => {
      try {
        await connection.underlyingDriver().query(script);
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        const { code = "", severity = "", message, detail, column, hint } = error;
        throw new DriverAdapterError({
          kind: "postgres",
          ...{ code, severity, message, detail, column, hint },
        });
      }
    };
    return connection;
  }
}

/** The caller ends the pool. */
export async function openSchemaEngine(pool: pg.Pool) {
  const wasm = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const datamodels = (await schemaFiles()).map(({ path, content }): [string, string] => [
    path,
    content,
  ]);
  return bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool)),
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
