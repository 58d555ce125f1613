import { pickAny } from "#lib/finding/around/queries.ts";
import { localized } from "#lib/locale.ts";

export const dynamic = "force-dynamic";

/** One story at random: another one each time it is asked for. */
export async function GET(): Promise<Response> {
  const id = await pickAny();
  return new Response(null, {
    status: 303,
    headers: {
      Location: localized(id ? `/stories/${id}` : "/"),
      "Cache-Control": "private, no-store",
    },
  });
}
