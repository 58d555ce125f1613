/** How large a body may be, how long it may take to arrive, and how many large ones at a time. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { MAX_PICTURE_BYTES } from "#lib/pictures/schema.ts";
import * as server from "#lib/generated/messages/server.ts";

export const MAX_BODY = 256 * 1024;

/** Of the form with a picture in it. */
export const MAX_PICTURE_BODY = MAX_BODY + MAX_PICTURE_BYTES;

/** Whether this is the form with the picture field. */
export function takesPicture(req: IncomingMessage): boolean {
  const [pathname = ""] = (req.url ?? "").split("?", 1);
  return (
    req.method === "POST" &&
    /^\/(share|calls\/[^/]+\/share|my\/[^/]+\/change)$/.test(pathname) &&
    /^multipart\/form-data\b/i.test(req.headers["content-type"] ?? "")
  );
}

/** In bytes, as the client says; Node reads no more than that. */
export function bodyLength(req: IncomingMessage): number {
  return Number(req.headers["content-length"] ?? 0);
}

const ARRIVAL_MS = 30_000;
/** 0.8 Mbit/s. */
const BYTES_PER_MS = 100;

/** Half a minute for anything, and so much longer for a picture as a slow line takes for it. */
export function arrivalTime(req: IncomingMessage): number {
  const picture = takesPicture(req) ? Math.min(bodyLength(req), MAX_PICTURE_BODY) : 0;
  return ARRIVAL_MS + Math.ceil(picture / BYTES_PER_MS);
}

/** Of the largest picture: 2 minutes and 17 seconds. */
export const LONGEST_ARRIVAL_MS = ARRIVAL_MS + Math.ceil(MAX_PICTURE_BODY / BYTES_PER_MS);

/** Hangs up on who is still sending when the time is over: Node's own limit is the longest for all. */
export function limitArrival(req: IncomingMessage, res: ServerResponse): void {
  if (req.method !== "POST") return;
  const timer = setTimeout(() => {
    if (!req.complete) req.destroy();
  }, arrivalTime(req));
  res.once("close", () => clearTimeout(timer));
}

/** Of large bodies that are in memory at a time, in bytes as their clients say. */
const MOST_AT_ONCE = 16 * MAX_PICTURE_BODY;
const MOST_FROM_ONE = 4;

let arriving = 0;
const arrivingFrom = new Map<string, number>();

/**
 * Whether a body may be taken in now, which holds its place until the answer has left. Bodies are in
 * memory as a whole before anyone looks at them, and nobody may take all places.
 */
export function takeIn(req: IncomingMessage, res: ServerResponse, address: string): boolean {
  const length = bodyLength(req);
  if (length <= MAX_BODY) return true;
  const others = arrivingFrom.get(address) ?? 0;
  if (arriving + length > MOST_AT_ONCE || others >= MOST_FROM_ONE) return false;
  arriving += length;
  arrivingFrom.set(address, others + 1);
  res.once("close", () => {
    arriving -= length;
    const left = (arrivingFrom.get(address) ?? 1) - 1;
    if (left > 0) arrivingFrom.set(address, left);
    else arrivingFrom.delete(address);
  });
  return true;
}

export const crowded = () => ({
  status: 503,
  title: server.crowded(),
  sentence: server.crowdedWhy(),
});

/** What telephones make of a picture in their finest mode is below it. */
const WORTH_READING = 64 * 1024 * 1024;

/**
 * Reads a form that is refused to its end, and forgets it: a browser that is still sending would show
 * that the connection was lost, and not the sentence.
 */
export async function readAway(req: IncomingMessage): Promise<void> {
  if (!takesPicture(req) || bodyLength(req) > WORTH_READING) return;
  await new Promise<void>((resolve) => {
    req.once("end", resolve);
    req.once("close", resolve);
    req.resume();
  });
}
