const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long reading lately took, in words: what was measured, and no promise. */
export function readWithin(medianSeconds: number): string {
  return `Lately, half of the stories were read within ${atMost(medianSeconds)}.`;
}

/** Rounded up, so that "within" holds. */
function atMost(seconds: number): string {
  if (seconds <= HOUR) return count(seconds / MINUTE, "minute");
  if (seconds <= 2 * DAY) return count(seconds / HOUR, "hour");
  return count(seconds / DAY, "day");
}

function count(exact: number, unit: string): string {
  const whole = Math.max(1, Math.ceil(exact));
  return whole === 1 ? `${unit === "hour" ? "an" : "a"} ${unit}` : `${whole} ${unit}s`;
}
