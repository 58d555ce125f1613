import { AsyncLocalStorage } from "node:async_hooks";
import { logFile } from "#components/moderation/log/log-file.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import { download, noDownload } from "#lib/download.ts";
import { exportLog } from "#lib/moderation/log/queries.ts";
import { readParameters } from "#lib/moderation/log/schema.ts";

export const dynamic = "force-dynamic";

/** The log as a file, narrowed as its address says. */
export async function GET(request: Request): Promise<Response> {
  const values = readParameters(new URL(request.url).searchParams);
  const result = await exportLog(await getViewer(), values);
  if (!result.ok) return noDownload(result);
  const day = new Date().toISOString().slice(0, "2026-11-21".length);
  return download({
    name: `vignette-log-${day}.csv`,
    type: "text/csv; charset=utf-8",
    body: asStream(logFile(result.value)),
  });
}

/** Text as it comes: what is not asked for is not read. Whoever asks, it is said as in this request. */
function asStream(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const inRequest = AsyncLocalStorage.snapshot();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await inRequest(() => text.next());
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
}
