import { logFile } from "#components/moderation/log/log-file.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import { exportLog } from "#lib/moderation/log/queries.ts";
import { readParameters } from "#lib/moderation/log/schema.ts";

export const dynamic = "force-dynamic";

/** The log as a file, narrowed as its address says. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "private, no-store" };
  const values = readParameters(new URL(request.url).searchParams);
  const result = await exportLog(await getViewer(), values);
  if (result.ok) {
    const day = new Date().toISOString().slice(0, "2026-11-21".length);
    return new Response(asStream(logFile(result.value)), {
      headers: {
        ...headers,
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="vignette-log-${day}.csv"`,
      },
    });
  }
  if (result.code === "rate-limited") {
    return new Response(`${result.message}\n`, {
      status: 429,
      headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" },
    });
  }
  // As HTML, so that it becomes the page that everything unknown is.
  return new Response(null, {
    status: 404,
    headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
  });
}

/** Text as it comes: what is not asked for is not read. */
function asStream(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
}
