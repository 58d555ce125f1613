import { exportEverything } from "#lib/accounts/own/export/queries.ts";
import { getViewer } from "#lib/accounts/viewer.ts";

export const dynamic = "force-dynamic";

/** Everything that is kept about whoever is signed in, to take away. */
export async function GET(): Promise<Response> {
  const headers = { "Cache-Control": "private, no-store" };
  const result = await exportEverything(await getViewer());
  if (result.ok) {
    const day = result.value.exportedAt.slice(0, "2026-11-21".length);
    return new Response(`${JSON.stringify(result.value, null, 2)}\n`, {
      headers: {
        ...headers,
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="vignette-export-${day}.json"`,
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
