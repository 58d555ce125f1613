/**
 * Hearts go through Next thirty at a time. A thousand at once would each be begun before any is done,
 * for seconds in which nothing else gets a word in: not who reads, and not the database, whose new
 * connections are given up meanwhile.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { makeTurns } from "#lib/turns.ts";
import { bodyLength } from "#server/bodies.ts";

const AT_A_TIME = 30;

/** More than any takes: one that takes longer holds up the others for so long, no longer. */
const LONGEST_TURN_MS = 500;

const inTurn = makeTurns(AT_A_TIME);

function isHeart({ method, url = "" }: IncomingMessage): boolean {
  return method === "POST" && url.startsWith("/api/hearts/");
}

/** Resolves when it is a request's turn, which ends with its answer. All but hearts are next at once. */
export async function untilNext(req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (!isHeart(req)) return;
  if (bodyLength(req) > 0) await untilArrived(req);
  await new Promise<void>((begin) => {
    void inTurn(async () => {
      begin();
      if (!res.closed) await untilOver(res);
    });
  });
}

/**
 * Nobody has a turn for what they have not sent yet. It is left unread, for Next; what is so much that
 * it has to be read while it comes is no heart, and is hung up on when its time is over.
 */
function untilArrived(req: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (req.complete || req.destroyed) return resolve();
    const look = () => {
      if (!req.complete) return;
      req.off("readable", look);
      resolve();
    };
    // Whoever leaves meanwhile has no turn to wait for.
    req.on("readable", look).once("close", resolve);
  });
}

function untilOver(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_TURN_MS);
    res.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
