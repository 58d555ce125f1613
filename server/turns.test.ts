import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import { untilNext } from "#server/turns.ts";

afterEach(() => void vi.useRealTimers());

class Answer extends EventEmitter {
  closed = false;
  close() {
    this.closed = true;
    this.emit("close");
  }
}

const settle = () => new Promise(setImmediate);

function ask(method: string, url: string) {
  const res = new Answer();
  const asked = { res, begun: false };
  void untilNext({ method, url } as IncomingMessage, res as unknown as ServerResponse).then(
    () => (asked.begun = true),
  );
  return asked;
}

test("thirty hearts at a time; each answer, and each client that leaves, makes room", async () => {
  const hearts = Array.from({ length: 35 }, () => ask("POST", "/api/hearts/Ab3dEf6hIj9k"));
  const begun = () => hearts.filter((heart) => heart.begun).length;
  await settle();
  expect(begun()).toBe(30);
  hearts[30]?.res.close(); // left while it waited
  hearts[3]?.res.close();
  await settle();
  expect(begun()).toBe(32);
  for (const { res } of hearts) res.close();
  await settle();
  expect(begun()).toBe(35);
});

test("nothing else waits", async () => {
  const hearts = Array.from({ length: 40 }, () => ask("POST", "/api/hearts/Ab3dEf6hIj9k"));
  const others = [ask("GET", "/"), ask("GET", "/api/hearts/Ab3dEf6hIj9k"), ask("POST", "/share")];
  await settle();
  expect(others.map(({ begun }) => begun)).toEqual([true, true, true]);
  for (const { res } of hearts) res.close();
  await settle();
});

test("a heart that never comes to its end holds its turn for half a second", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const slow = Array.from({ length: 31 }, () => ask("POST", "/api/hearts/Ab3dEf6hIj9k"));
  await settle();
  expect(slow.filter(({ begun }) => begun)).toHaveLength(30);
  await vi.advanceTimersByTimeAsync(500);
  await settle();
  expect(slow.filter(({ begun }) => begun)).toHaveLength(31);
  for (const { res } of slow) res.close();
});
