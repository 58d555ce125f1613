/** The answer to a request for a file that is made for whoever asks. */
import "server-only";
import type { Failure } from "#lib/result.ts";

const headers = { "Cache-Control": "private, no-store" };

type Download = {
  /** With the day in it, so that copies stand beside each other. */
  name: string;
  type: string;
  body: BodyInit;
};

export function download({ name, type, body }: Download): Response {
  return new Response(body, {
    headers: {
      ...headers,
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}

/** Why there is none. What is not for the asker looks like any unknown address. */
export function noDownload({ code, message }: Failure): Response {
  if (code === "rate-limited") {
    return new Response(`${message}\n`, {
      status: 429,
      headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" },
    });
  }
  return unknownAddress();
}

/** What every unknown address answers: as HTML, it becomes the page that they all are. */
export function unknownAddress(): Response {
  return new Response(null, {
    status: 404,
    headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
  });
}
