import "server-only";
import { database } from "#lib/db.ts";

/** Whether PostgreSQL answers. */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await database().pool.query("SELECT 1");
    return true;
  } catch {
    return false;
  }
}
