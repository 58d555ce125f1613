import * as mail from "#lib/generated/messages/mail.ts";
import { inLocale } from "#lib/in-locale.ts";
import { localized } from "#lib/locale.ts";
import { stopMail } from "#lib/notifications/commands.ts";

type Context = { params: Promise<{ token: string }> };

/**
 * What mail programs post to when someone presses their "unsubscribe" (RFC 8058): without a cookie,
 * an origin or a page in between, and not to be redirected. The link itself is the permission.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { ok } = await stopMail((await params).token);
  return inLocale(localeOf(request), () =>
    ok ? plain(200, mail.stoppedPlainly()) : plain(404, mail.nothingHere()),
  );
}

/** For mail programs that open the address instead: the page with the button. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const page = `/stop-mail/${encodeURIComponent(token)}`;
  const location = inLocale(localeOf(request), () => localized(page));
  return new Response(null, {
    status: 303,
    headers: { location, "cache-control": "no-store" },
  });
}

/** That of the mail: the address itself has no language. */
const localeOf = (request: Request) => new URL(request.url).searchParams.get("locale") ?? "";

function plain(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
