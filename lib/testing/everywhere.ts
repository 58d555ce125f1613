import { database } from "#lib/db.ts";

type Column = { schema: string; table: string; column: string; type: string };

/** Every column of every table that is anyone's: ours, the job queue's, whatever comes later. */
async function allColumns(): Promise<Column[]> {
  const { rows } = await database().pool.query<Column>(
    `SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column, c.data_type AS type
     FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
     ORDER BY 1, 2, c.ordinal_position`,
  );
  return rows;
}

const quoted = (...names: string[]) =>
  names.map((name) => `"${name.replaceAll('"', '""')}"`).join(".");

/**
 * Where in the database something can be read: "schema.table.column" of each column that has it in
 * a value of any type, in any case. Give it plain ASCII: JSON escapes line breaks and quotes, and
 * bytes are searched as ASCII.
 */
export async function findEverywhere(needle: string): Promise<string[]> {
  const found: string[] = [];
  for (const { schema, table, column, type } of await allColumns()) {
    const value = quoted(column);
    const words = type === "bytea" ? `encode(${value}, 'escape')` : `${value}::text`;
    const { rowCount } = await database().pool.query(
      `SELECT FROM ${quoted(schema, table)} WHERE strpos(lower(${words}), lower($1)) > 0 LIMIT 1`,
      [needle],
    );
    if (rowCount) found.push(`${schema}.${table}.${column}`);
  }
  return found;
}
