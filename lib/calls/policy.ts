/** The calls that take stories at a moment. */
export function openAt(now: Date) {
  return {
    opensAt: { lte: now },
    OR: [{ closesAt: null }, { closesAt: { gt: now } }],
  };
}
