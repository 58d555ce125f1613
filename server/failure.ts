/** Why the server can't start: a sentence for the person who started it, saying what to do. */
export class StartFailure extends Error {}

/** The code of a system or PostgreSQL error (`EACCES`, `28P01`), if it has one. */
export function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}
