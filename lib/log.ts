import { pino } from "pino";
import { env } from "#lib/env.ts";

/**
 * One JSON line per request, on stderr: stdout is for the person at the terminal. Nothing but what
 * is listed here gets in: no address of a client, no query, no token, no words of a story.
 */
export const log = pino(
  { level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ fd: 2, sync: false }),
);

/** Where an error came from, without its message: that can repeat what someone wrote. */
export function withoutWords(error: unknown): { error: string; at: string[] } {
  const { name, stack } = error instanceof Error ? error : new Error();
  const at = (stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { error: name, at: at.slice(0, 8).map((line) => line.trim()) };
}
