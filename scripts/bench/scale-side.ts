/** One of the databases that scale.ts compares: what is asked of it by the functions that pages call. */
import { registerHooks } from "node:module";

// What pages keep is kept by Next, which is not here: each is asked for afresh.
registerHooks({
  resolve: (specifier, context, resolve) =>
    specifier === "next/cache"
      ? { url: import.meta.resolve("./no-cache.ts"), shortCircuit: true }
      : resolve(specifier, context),
});

export type Asked =
  | { do: "index" }
  | { do: "learn" }
  | { do: "surface"; at: number }
  | { do: "search"; query: string; theme: string | null };

export type Answer = {
  names: string[];
  /** Of the database, or else of all. */
  ms: number;
  /** Tables that grow with the stories and were read from end to end. */
  scanned: string[];
  said: string;
};

const { database } = await import("#lib/db.ts");
const { scannedWhole, watchPlans } = await import("#lib/testing/scale/plans.ts");
const watch = watchPlans(database().pool);
const { search, surfacesOf } = await import("#lib/testing/scale/surfaces.ts");
const { indexStories, learnWords } = await import("#lib/finding/commands.ts");

await learnWords();
const surfaces = await surfacesOf();

/** So many stories come anew at once. */
const ANEW = 2_000;

async function answer(asked: Asked): Promise<Partial<Answer>> {
  watch.take();
  if (asked.do === "surface") {
    await surfaces[asked.at]?.ask();
    const statements = watch.take();
    return {
      ms: statements.reduce((sum, { ms }) => sum + ms, 0),
      scanned: statements.flatMap((statement) =>
        scannedWhole(statement).map((table) => `${table}: ${statement.query}`),
      ),
    };
  }
  if (asked.do === "index") {
    await database().pool.query(
      `UPDATE "Story" SET "publishedAt" = "publishedAt" + interval '1 millisecond'
       WHERE "id" IN (SELECT "id" FROM "PublishedStory" ORDER BY "id" LIMIT ${ANEW})`,
    );
  }
  const begun = performance.now();
  const said = await work(asked);
  return { ms: performance.now() - begun, said };
}

async function work(asked: Exclude<Asked, { do: "surface" }>): Promise<string> {
  if (asked.do === "index") return String(await indexStories());
  if (asked.do === "learn") return String(await learnWords());
  const found = await search(asked.query, { theme: asked.theme });
  return typeof found === "string" ? found : String(found.count ?? "many");
}

process.on("message", (asked: Asked) => {
  answer(asked).then(
    (told) => process.send?.(told),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.send?.({ names: surfaces.map(({ name }) => name) });
