/** Filled databases, on a PostgreSQL of the bench's own that is as durable as any. */
import { withClient } from "#lib/testing/template.ts";
import { step } from "#scripts/steps.mjs";
import { fillStories } from "#prisma/fill/fill.ts";
import { migrate } from "#server/migrate.ts";

/** Makes an empty database with our tables beside the one that `url` leads to. Answers its address. */
export async function makeDatabase(url: string, name: string): Promise<string> {
  const made = new URL(url);
  made.pathname = name;
  await withClient(url, (client) => client.query(`CREATE DATABASE ${name}`));
  await migrate(made.href);
  return made.href;
}

/** The same with as many stories. Tells how long they took. */
export async function makeFilled(url: string, name: string, stories: number): Promise<string> {
  const filled = await makeDatabase(url, name);
  const written = `${stories.toLocaleString("en")} stories`;
  await step(
    `Making ${written}`,
    (progress) =>
      withClient(filled, (client) =>
        fillStories(client, {
          count: stories,
          onProgress: (doing) => progress(`${written}: ${doing}`),
        }),
      ),
    () => `${written}, with all that they are found by`,
  );
  return filled;
}
