import { expect, test } from "vitest";
import { makeTurns } from "#lib/turns.ts";

test("so many work at a time, in the order in which they came, also after one that failed", async () => {
  const inTurn = makeTurns(2);
  const begun: number[] = [];
  const ends: PromiseWithResolvers<void>[] = [0, 1, 2, 3, 4].map(() => Promise.withResolvers());
  const all = ends.map(({ promise }, at) =>
    inTurn(async () => {
      begun.push(at);
      await promise;
      return at;
    }).catch(() => "failed"),
  );
  const settle = () => new Promise(setImmediate);
  await settle();
  expect(begun).toEqual([0, 1]);
  ends[1]?.reject(new Error("It went wrong."));
  await settle();
  expect(begun).toEqual([0, 1, 2]);
  ends[2]?.resolve();
  ends[0]?.resolve();
  await settle();
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  ends[3]?.resolve();
  ends[4]?.resolve();
  expect(await Promise.all(all)).toEqual([0, "failed", 2, 3, 4]);
  expect(await inTurn(() => Promise.resolve("later"))).toBe("later");
});
