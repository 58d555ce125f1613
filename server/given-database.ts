/** Whether the PostgreSQL of DATABASE_URL can be used: asked once, before anything else, bounded. */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { errorCode, StartFailure } from "#server/failure.ts";

const patience = 7_000;

/** Answers the server's version, or throws a sentence that never has the password in it. */
export async function checkGivenDatabase(url: string): Promise<string> {
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience });
  } catch {
    throw new StartFailure(
      "DATABASE_URL can't be read. It looks like postgresql://user:password@host:5432/database.",
    );
  }
  client.on("error", () => undefined);
  const where = describe(client);
  try {
    const late = wait(patience, undefined, { ref: false }).then(() => {
      throw Object.assign(new Error("no answer"), { code: "ETIMEDOUT" });
    });
    return await Promise.race([late, look(client, where)]);
  } catch (error) {
    throw error instanceof StartFailure ? error : new StartFailure(explain(error, where));
  } finally {
    void client.end().catch(() => undefined);
  }
}

type Where = { server: string; database: string; user: string };

function describe({ host, port, database, user }: pg.Client): Where {
  return { server: `${host}:${port}`, database: database ?? "", user: user ?? "" };
}

type Facts = {
  version: string;
  number: number;
  encoding: string;
  readOnly: boolean;
  ours: boolean;
  tables: number;
  mayCreate: boolean;
};

async function look(client: pg.Client, where: Where): Promise<string> {
  await client.connect();
  const { rows } = await client.query<Facts>(`
    SELECT current_setting('server_version') AS version,
           current_setting('server_version_num')::int AS number,
           current_setting('server_encoding') AS encoding,
           current_setting('transaction_read_only') = 'on' AS "readOnly",
           to_regclass('_prisma_migrations') IS NOT NULL AS ours,
           (SELECT count(*)::int FROM pg_tables WHERE schemaname = current_schema()) AS tables,
           coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS "mayCreate"`);
  const [facts] = rows;
  if (!facts) throw new Error("no row");
  const problem = unfit(facts, where);
  if (problem) throw new StartFailure(problem);
  return facts.version;
}

function unfit(facts: Facts, { server, database, user }: Where): string | null {
  const major = Math.floor(facts.number / 10_000);
  if (major < 15 || major > 18) {
    return `DATABASE_URL leads to PostgreSQL ${facts.version} at ${server}. Vignette works with 15 to 18.`;
  }
  if (facts.encoding !== "UTF8") {
    return `The database "${database}" at ${server} has the encoding ${facts.encoding}. Vignette needs UTF8: make it with ENCODING 'UTF8' TEMPLATE template0.`;
  }
  if (facts.readOnly) {
    return `The PostgreSQL at ${server} takes no writes: it may be a standby. Set DATABASE_URL to the primary.`;
  }
  if (!facts.ours && facts.tables > 0) {
    return `The database "${database}" at ${server} holds another program's tables. Give Vignette an empty database of its own.`;
  }
  if (!facts.ours && !facts.mayCreate) {
    return `The user "${user}" may not make tables in the database "${database}" at ${server}. Make that user the database's owner.`;
  }
  return null;
}

function explain(error: unknown, { server, database, user }: Where): string {
  const code = errorCode(error) ?? "";
  const check = "Check DATABASE_URL.";
  if (code === "ECONNREFUSED") {
    return `No PostgreSQL answers at ${server}: the connection was refused. Is it running? ${check}`;
  }
  if (["ENOTFOUND", "EAI_AGAIN"].includes(code)) {
    return `The host of the PostgreSQL at ${server} can't be found by its name. ${check}`;
  }
  if (["28P01", "28000"].includes(code)) {
    return `The PostgreSQL at ${server} refused the user "${user}" or the password for the database "${database}". ${check}`;
  }
  if (code === "3D000") {
    return `The PostgreSQL at ${server} has no database "${database}". Make it, or check DATABASE_URL.`;
  }
  if (code === "53300") {
    return `The PostgreSQL at ${server} has no connection left. Allow it more (max_connections), or end some.`;
  }
  if (code === "57P03") {
    return `The PostgreSQL at ${server} is starting up or shutting down. Try again in a moment.`;
  }
  if (code === "ECONNRESET" || /terminated unexpectedly/.test(String(error))) {
    return `What answers at ${server} hung up: it may be no PostgreSQL, or not let this machine in. ${check}`;
  }
  const timedOut = code === "ETIMEDOUT" || /timeout/.test(String(error));
  if (timedOut || ["EHOSTUNREACH", "ENETUNREACH"].includes(code)) {
    return `The PostgreSQL at ${server} can't be reached: no answer within ${patience / 1_000} seconds. ${check}`;
  }
  // What PostgreSQL, TLS or the system says; none of them repeats a password.
  const said = error instanceof Error ? error.message : String(error);
  return `The database "${database}" at ${server} can't be used by "${user}": ${said}. ${check}`;
}
