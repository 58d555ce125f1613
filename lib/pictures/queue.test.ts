import { expect, test } from "vitest";
import { newQueue } from "#lib/pictures/queue.ts";

/** Work that ends when it is told to. */
function work() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    do: (name: number) => async () => {
      begun.push(name);
      await new Promise<void>((resolve) => (ends[name] = resolve));
      return name;
    },
    end: (name: number) => ends[name]?.(),
  };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("so many at once, the others in turn, and no more waiting than may", async () => {
  const { begun, do: run, end } = work();
  const queue = newQueue({ atOnce: 2, waiting: 2 });
  const results = [0, 1, 2, 3, 4].map((name) => queue.run(run(name)));
  expect(await results[4]).toBeNull();
  expect(begun).toEqual([0, 1]);
  end(1);
  await settled();
  expect(begun).toEqual([0, 1, 2]);
  end(0);
  end(2);
  await settled();
  end(3);
  expect(await Promise.all(results)).toEqual([0, 1, 2, 3, null]);
});

test("work that fails makes room too", async () => {
  const queue = newQueue({ atOnce: 1, waiting: 1 });
  const failing = queue.run(() => Promise.reject(new Error("broken")));
  const next = queue.run(() => Promise.resolve("done"));
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe("done");
  expect(await queue.run(() => Promise.resolve("again"))).toBe("again");
});
