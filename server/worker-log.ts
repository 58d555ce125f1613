import { Logger } from "graphile-worker";
import { log, withoutWords } from "#lib/log.ts";

/** In place of graphile-worker's own words, which repeat payloads and the messages of errors. */
export const workerLogger = new Logger(({ label }) => (level, _message, meta) => {
  // Of a failed job worker-tasks.ts has told.
  if ((level !== "error" && level !== "warning") || meta?.failure) return;
  log.warn({ part: label, ...(meta?.error ? withoutWords(meta.error) : {}) }, "from the job queue");
});
