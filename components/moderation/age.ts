import * as desk from "#lib/generated/messages/desk.ts";

const steps = [
  [60, desk.ageMinutes],
  [60, desk.ageHours],
  [24, desk.ageDays],
] as const;

/** How long something has waited, in its largest whole unit: "3 hours". */
export function ageOf(iso: string, now = Date.now()): string {
  let amount = Math.max(0, (now - Date.parse(iso)) / 1000);
  let words: (typeof steps)[number][1] | null = null;
  for (const [size, unit] of steps) {
    if (amount < size) break;
    amount /= size;
    words = unit;
  }
  return words?.({ count: Math.floor(amount) }) ?? desk.ageShort();
}
