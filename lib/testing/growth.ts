/**
 * How much more processor time work takes on one text than on its eight parts one after the other:
 * about 1 when it grows with the length of a text, 8 when it grows with its square. The best of a
 * few runs; what takes no time to speak of counts as 1.
 */
export function growth(unit: string, work: (text: string) => unknown): number {
  const whole = unit.repeat(Math.ceil(10_000 / unit.length)).slice(0, 10_000);
  const part = whole.slice(0, whole.length / 8);
  const onWhole = least(() => work(whole));
  if (onWhole < NOTICEABLE) return 1;
  return onWhole / least(() => Array.from({ length: 8 }, () => work(part)));
}

/** In microseconds of processor time, so that a busy machine doesn't matter. */
const NOTICEABLE = 30_000;

function least(run: () => unknown): number {
  let best = Infinity;
  for (let times = 0; times < 3; times++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, user + system);
  }
  return best;
}
