import { viewerReader } from "#lib/accounts/viewer.ts";
import { unknownAddress } from "#lib/download.ts";
import { deskEvents } from "#lib/moderation/live/stream.ts";

export const dynamic = "force-dynamic";

/** Tells an open desk that something on it has changed. */
export async function GET(): Promise<Response> {
  const events = await deskEvents(await viewerReader());
  if (!events) return unknownAddress();
  return new Response(events, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "private, no-store",
      // nginx would keep them until there is a page full.
      "X-Accel-Buffering": "no",
    },
  });
}
