import { parseCrontab } from "graphile-worker";
import { expect, test } from "vitest";
import { crontab, sweeps, tasks } from "#lib/jobs/tasks.ts";

const DAY = 24 * 60 * 60_000;

test("what is done by the clock is a task; sweeps every night, the rest once a month", () => {
  const items = parseCrontab(crontab);
  expect(items.map(({ task }) => task).sort()).toEqual([...sweeps, "nag-about-helplines"].sort());
  for (const { task } of items) expect(Object.keys(tasks)).toContain(task);
  const monthly = items.filter(({ options }) => options.backfillPeriod);
  expect(monthly.map(({ task }) => task)).toEqual(["nag-about-helplines"]);
  // Less than the shortest month: whoever starts late is told of this month, and of no other.
  expect(monthly[0]?.options.backfillPeriod).toBeLessThan(28 * DAY);
});
