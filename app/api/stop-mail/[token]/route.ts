import { stopMail } from "#lib/notifications/commands.ts";

type Context = { params: Promise<{ token: string }> };

/**
 * What mail programs post to when someone presses their "unsubscribe" (RFC 8058): without a cookie,
 * an origin or a page in between, and not to be redirected. The link itself is the permission.
 */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const result = await stopMail((await params).token);
  if (!result.ok) return plain(404, "There is nothing here.");
  return plain(200, "Stopped. Your address is erased.");
}

/** For mail programs that open the address instead: the page with the button. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new Response(null, {
    status: 303,
    headers: { location: `/stop-mail/${encodeURIComponent(token)}`, "cache-control": "no-store" },
  });
}

function plain(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
