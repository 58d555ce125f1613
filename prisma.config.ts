import { defineConfig } from "prisma/config";

// `prisma generate` asks for the schema engine only to print its version. Naming a file that exists
// keeps it from downloading one, so that the project builds without Prisma's host.
// docs/decisions/0004-migrations-without-the-download.md
if (process.argv.includes("generate")) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
