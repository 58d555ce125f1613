import { exportEverything } from "#lib/accounts/own/export/queries.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import { download, noDownload } from "#lib/download.ts";

export const dynamic = "force-dynamic";

/** Everything that is kept about whoever is signed in, to take away. */
export async function GET(): Promise<Response> {
  const result = await exportEverything(await getViewer());
  if (!result.ok) return noDownload(result);
  const day = result.value.exportedAt.slice(0, "2026-11-21".length);
  return download({
    name: `vignette-export-${day}.json`,
    type: "application/json; charset=utf-8",
    body: `${JSON.stringify(result.value, null, 2)}\n`,
  });
}
