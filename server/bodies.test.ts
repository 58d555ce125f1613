import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import {
  LONGEST_ARRIVAL_MS,
  MAX_BODY,
  MAX_PICTURE_BODY,
  arrivalTime,
  limitArrival,
  readAway,
  takeIn,
  takesPicture,
} from "#server/bodies.ts";

const multipart = "multipart/form-data; boundary=x";

function post(length: number, url = "/share", type = multipart) {
  const headers = { "content-length": String(length), "content-type": type };
  const req = Object.assign(new EventEmitter(), {
    ...{ method: "POST", url, headers, complete: false },
    destroy: vi.fn(),
    resume: vi.fn(),
  });
  return req as unknown as IncomingMessage & { destroy: ReturnType<typeof vi.fn> };
}
const answer = () => new EventEmitter() as unknown as ServerResponse;

afterEach(() => {
  vi.useRealTimers();
});

test.each(["/share", "/share?x", "/calls/nights/share", `/my/${"a".repeat(32)}/change`])(
  "%s takes a picture",
  (url) => {
    expect(takesPicture(post(1, url))).toBe(true);
    expect(takesPicture(post(1, url, "text/plain"))).toBe(false);
    expect(takesPicture(Object.assign(post(1, url), { method: "GET" }))).toBe(false);
  },
);

test.each(["/", "/share/more", "/sign-in", "/moderation/stories/a", "/my/a/withdraw", "/x?/share"])(
  "%s takes none",
  (url) => {
    expect(takesPicture(post(1, url))).toBe(false);
  },
);

test("a picture has as long as a slow line takes for it, and nothing else has", () => {
  expect(arrivalTime(post(1_000))).toBe(30_010);
  expect(arrivalTime(post(10_000_000))).toBe(130_000);
  expect(arrivalTime(post(10_000_000, "/sign-in"))).toBe(30_000);
  expect(arrivalTime(post(MAX_PICTURE_BODY))).toBe(LONGEST_ARRIVAL_MS);
  expect(arrivalTime(post(1e12))).toBe(LONGEST_ARRIVAL_MS);
});

test("who takes longer is hung up on, and who has sent all is not", () => {
  vi.useFakeTimers();
  const [slow, sent, answered] = [
    post(100, "/sign-in"),
    post(100, "/sign-in"),
    post(100, "/sign-in"),
  ];
  limitArrival(slow, answer());
  limitArrival(sent, answer());
  const res = answer();
  limitArrival(answered, res);
  vi.advanceTimersByTime(29_999);
  expect(slow.destroy).not.toHaveBeenCalled();
  sent.complete = true;
  res.emit("close");
  vi.advanceTimersByTime(1);
  expect(slow.destroy).toHaveBeenCalledOnce();
  expect(sent.destroy).not.toHaveBeenCalled();
  expect(answered.destroy).not.toHaveBeenCalled();
});

test("four large bodies of one address at a time, sixteen of all", () => {
  const held: ServerResponse[] = [];
  const take = (address: string, length = MAX_PICTURE_BODY) => {
    const res = answer();
    const taken = takeIn(post(length), res, address);
    if (taken) held.push(res);
    return taken;
  };
  expect([1, 2, 3, 4, 5].map(() => take("a"))).toEqual([true, true, true, true, false]);
  expect(take("a", MAX_BODY)).toBe(true);
  for (const address of ["b", "c", "d"]) for (let at = 0; at < 4; at += 1) take(address);
  expect(take("e")).toBe(false);
  held[0]?.emit("close");
  expect(take("e")).toBe(true);
  expect(take("a")).toBe(false);
  for (const res of held) res.emit("close");
  expect(take("a")).toBe(true);
  held.at(-1)?.emit("close");
});

test("a form that is refused is read to its end, but not without end", async () => {
  const req = post(20_000_000);
  let read = false;
  const reading = readAway(req).then(() => (read = true));
  await Promise.resolve();
  expect(read).toBe(false);
  expect(req.resume).toHaveBeenCalled();
  req.emit("end");
  await reading;
  await readAway(post(1e12));
  await readAway(post(1e6, "/sign-in"));
});
