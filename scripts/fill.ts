/**
 * `npm run fill -- 1000000`: so many published stories, to see how the site is with them. Nobody wrote
 * them, and they can't be told from real ones afterwards, so only a database without any takes them:
 * a data folder of its own (`DATA_DIR=.data-many`), which is thrown away as a whole. The server is not
 * to run meanwhile. Run with --conditions=react-server, because `lib` marks its modules with `server-only`.
 */
import pg from "pg";
import { step } from "#scripts/steps.mjs";
import { StartFailure } from "#server/failure.ts";
import { migrate } from "#server/migrate.ts";
import {
  type OpenDatabase,
  openEmbeddedDatabase,
  openGivenDatabase,
} from "#server/open-database.ts";
import { publishSettings, readStartSettings } from "#server/start-settings.ts";

const MOST = 10_000_000;

function readCount(given: string | undefined): number {
  const count = Number((given ?? "").replaceAll(/[_,]/g, ""));
  if (Number.isInteger(count) && count > 0 && count <= MOST) return count;
  throw new StartFailure("Please say how many: npm run fill -- 1000000");
}

async function open(): Promise<OpenDatabase> {
  const settings = readStartSettings([]);
  const { env, dataFolder } = settings;
  const database =
    env.DATABASE_URL && env.AUTH_SECRET
      ? await openGivenDatabase(env.DATABASE_URL, env.AUTH_SECRET)
      : await openEmbeddedDatabase(dataFolder, {
          authSecret: env.AUTH_SECRET,
          ready: () => Promise.resolve(),
        });
  publishSettings(settings, { databaseUrl: database.url, authSecret: database.authSecret });
  return database;
}

async function fill(url: string, count: number): Promise<void> {
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT FROM "Story" WHERE NOT "demo" LIMIT 1`);
    if (rowCount) {
      throw new StartFailure(
        "There are stories in this database already. Set DATA_DIR to a folder that is not there yet.",
      );
    }
    const { fillStories } = await import("#prisma/fill/fill.ts");
    const { learnWords } = await import("#lib/finding/commands.ts");
    await step(
      "Filling",
      async (progress) => {
        await fillStories(client, { count, onProgress: progress });
        progress("learning their words");
        await learnWords();
      },
      () => `${count.toLocaleString("en")} stories`,
    );
  } finally {
    await client.end();
  }
}

try {
  const count = readCount(process.argv[2]);
  const database = await open();
  await fill(database.url, count).finally(() => database.close());
  process.exit(0);
} catch (error) {
  console.error(error instanceof StartFailure ? `\n${error.message}` : error);
  process.exit(1);
}
