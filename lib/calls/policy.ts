/** The calls that take stories at a moment. */
export function openAt(now: Date) {
  return {
    opensAt: { lte: now },
    OR: [{ closesAt: null }, { closesAt: { gt: now } }],
  };
}

export type CallState = "opening" | "open" | "closed";

/** `openAt`, for a call at hand. */
export function callState(call: { opensAt: Date; closesAt: Date | null }, now: Date): CallState {
  if (call.opensAt > now) return "opening";
  return call.closesAt === null || call.closesAt > now ? "open" : "closed";
}
