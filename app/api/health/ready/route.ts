import { isDatabaseUp } from "#lib/health/queries.ts";

export const dynamic = "force-dynamic";

/** The process runs and PostgreSQL answers: requests may be sent here. */
export async function GET(): Promise<Response> {
  const ready = await isDatabaseUp();
  return Response.json(
    { status: ready ? "ready" : "waiting for PostgreSQL" },
    { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
