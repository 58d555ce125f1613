import { cookies } from "next/headers";
import { withQuery } from "#lib/accounts/local-path.ts";
import { postedText } from "#lib/form.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized, readLocale } from "#lib/locale.ts";
import { inLocale } from "#lib/in-locale.ts";
import { giveHeart, takeHeartBack } from "#lib/reactions/commands.ts";
import type { Hearts } from "#lib/reactions/queries.ts";
import { newReaderCookie, readerCookie } from "#lib/reactions/reader-cookie.ts";
import { getReader } from "#lib/reactions/reader.ts";
import { wayBack, wayBackFromReferer } from "#lib/reactions/way-back.ts";
import type { Result } from "#lib/result.ts";
import { isStoryId } from "#lib/stories/id.ts";

export const dynamic = "force-dynamic";

const kept = { "cache-control": "private, no-store", vary: "accept" };

const statuses: Partial<Record<string, number>> = { "not-found": 404, "rate-limited": 429 };

/**
 * What the button of a heart posts: `heart=on`, or `off` to take it back. Answers our script in JSON;
 * anyone else is sent on to a page that says what came of it.
 *
 * A heart is only counted for a cookie that the device has shown: whoever has none is given one and
 * asked to send the form again, which browsers do by themselves. So two presses before the first
 * answer are of one reader, and what keeps no cookies gives no hearts that it could never take back.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/hearts/[id]">,
): Promise<Response> {
  const { id } = await params;
  const form = await request.formData().catch(() => new FormData());
  const from =
    wayBack(form.get("from")) ??
    wayBackFromReferer(request.headers.get("referer"), request.headers.get("x-forwarded-host"));
  // Its own address has no language: it answers in that of the page where it was pressed.
  return inLocale(readLocale(from ?? "/").locale, () => answerPress({ request, id, form, from }));
}

type Press = { request: Request; id: string; form: FormData; from: string | null };

async function answerPress(press: Press): Promise<Response> {
  const { request, id, form } = press;
  const heart = postedText(form, "heart");
  if (!isStoryId(id)) return plain(404, reading.noSuchStory());
  if (heart !== "on" && heart !== "off") return plain(400, reading.heartNotOurs());

  const answer = answering(press);
  const reader = await getReader();
  const address = request.headers.get("x-forwarded-for") ?? "unknown";
  if (heart === "off") return answer(await takeHeartBack({ storyId: id, reader, address }));
  if (reader !== null) return answer(await giveHeart({ storyId: id, reader, address }));
  if (new URL(request.url).searchParams.has("again")) return answer("cookies");
  const { name, options } = readerCookie();
  (await cookies()).set(name, newReaderCookie(), options);
  return new Response(null, {
    status: 307,
    headers: { ...kept, location: `/api/hearts/${id}?again=1` },
  });
}

/** What came of it, or that the device keeps no cookies, in the form that was asked for. */
function answering({ request, id, from }: Press) {
  const isOurScript = request.headers.get("accept") === "application/json";

  return (result: Result<Hearts> | "cookies"): Response => {
    if (result === "cookies") {
      const message = reading.heartNoCookie();
      if (isOurScript) return Response.json({ message }, { status: 403, headers: kept });
      return seeOther({ from, problem: "cookies" });
    }
    if (isOurScript) {
      return result.ok
        ? Response.json(result.value, { headers: kept })
        : Response.json(
            { message: result.message },
            { status: statuses[result.code] ?? 400, headers: kept },
          );
    }
    if (result.ok) return seeOther({ from });
    if (result.code === "rate-limited") return seeOther({ from, problem: "often" });
    return plain(404, result.message);
  };

  function seeOther(query: Record<string, string | null>): Response {
    const location = withQuery(localized(`/stories/${id}/heart`), query);
    return new Response(null, { status: 303, headers: { ...kept, location } });
  }
}

function plain(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { ...kept, "content-type": "text/plain; charset=utf-8" },
  });
}
