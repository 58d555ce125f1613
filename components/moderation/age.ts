const steps = [
  [60, "minute"],
  [60, "hour"],
  [24, "day"],
] as const;

/** How long something has waited, in its largest whole unit: "3 hours". */
export function ageOf(iso: string, now = Date.now()): string {
  let amount = Math.max(0, (now - Date.parse(iso)) / 1000);
  let unit = "";
  for (const [size, name] of steps) {
    if (amount < size) break;
    amount /= size;
    unit = name;
  }
  const whole = Math.floor(amount);
  return unit ? `${whole} ${unit}${whole === 1 ? "" : "s"}` : "less than a minute";
}
