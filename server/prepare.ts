/**
 * What a database needs before the site is served: tables, a first admin, and the demo stories on a
 * new data folder. A process of its own (run-prepare.ts), because `lib` marks its modules with
 * `server-only`, which Node loads only under `--conditions=react-server`.
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { env, requiredSetting } from "#lib/env.ts";
import { step } from "#scripts/steps.mjs";
import { StartFailure } from "#server/failure.ts";
import { migrate } from "#server/migrate.ts";

export type Prepared =
  { ok: true; admin: { email: string; url: string } | null } | { ok: false; sentence: string };

const embedded = process.argv.includes("--embedded");

async function prepare(): Promise<Prepared> {
  await step(
    "Bringing the database up to date",
    (progress) =>
      migrate(requiredSetting("DATABASE_URL"), {
        onWait: () => progress("Waiting for another copy to bring the database up to date"),
      }),
    (applied) => (applied.length ? `Database brought up to date: ${applied.join(", ")}` : null),
  );
  const { createFirstAdminLink, ensureFirstAdmin } = await import("#lib/accounts/commands.ts");
  if (!embedded) {
    if (env().ADMIN_EMAIL) await ensureFirstAdmin();
    return { ok: true, admin: null };
  }
  await loadDemoOnce();
  return { ok: true, admin: await createFirstAdminLink() };
}

/** Once in the life of a data folder: cleared demo stories don't come back. */
async function loadDemoOnce() {
  const mark = path.join(env().DATA_DIR, "demo-stories-loaded");
  if (existsSync(mark)) return;
  const { seedDemo } = await import("#prisma/demo/seed.ts");
  await step(
    "Loading demo stories",
    () => seedDemo(),
    ({ stories }) => (stories ? `${stories} demo stories loaded` : null),
  );
  await writeFile(mark, "npm run demo:clear removes them, and they stay away.\n");
}

function report(outcome: Prepared) {
  // Exits even if a connection is still open.
  process.send?.(outcome, () => process.exit(outcome.ok ? 0 : 1));
}

try {
  report(await prepare());
} catch (error) {
  if (!(error instanceof StartFailure)) console.error(error);
  const sentence =
    error instanceof StartFailure
      ? error.message
      : "The database could not be prepared. What went wrong is above.";
  report({ ok: false, sentence });
}
