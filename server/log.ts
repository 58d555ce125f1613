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

const routes: [RegExp, string][] = [
  [/^\/$/, "/"],
  [/^\/older\/[^/]+$/, "/older/[cursor]"],
  [/^\/stories\/[^/]+$/, "/stories/[id]"],
  [/^\/my\/[^/]+(\/withdraw)?$/, "/my/[token]$1"],
  [/^\/calls\/[^/]+\/share$/, "/calls/[slug]/share"],
  [/^\/moderation\/stories\/[^/]+$/, "/moderation/stories/[id]"],
  [/^\/moderation\/calls\/[^/]+$/, "/moderation/calls/[slug]"],
  [
    /^\/(share|helplines|moderation|moderation\/calls|moderation\/team|sign-in|sign-in\/confirm|sign-in\/check-mail)$/,
    "/$1",
  ],
  [/^\/api\/auth\/.*$/, "/api/auth/[...]"],
  [/^\/api\/health\/(live|ready)$/, "/api/health/$1"],
  [/^\/_next\/.*$/, "/_next/[...]"],
];

/** The route that a path belongs to. An unknown path is not repeated: anything can stand in it. */
export function routeOf(pathname: string): string {
  for (const [pattern, route] of routes) {
    if (pattern.test(pathname)) return pathname.replace(pattern, route);
  }
  return "[unknown]";
}

/** Where an error came from, without its message: that can repeat what someone wrote. */
export function withoutWords(error: unknown): { error: string; at: string[] } {
  const { name, stack } = error instanceof Error ? error : new Error();
  const at = (stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { error: name, at: at.slice(0, 8).map((line) => line.trim()) };
}

/** What Next would print of failed requests becomes a line of the log, and says no more than others. */
export function quietConsole(): void {
  console.error = console.warn = (...said: unknown[]) => {
    const error = said.find((each) => each instanceof Error);
    log.warn(error ? withoutWords(error) : {}, "from Next");
  };
}
