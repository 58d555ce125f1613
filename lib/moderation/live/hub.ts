/** Those who are at a desk that this process serves, to be told when something there changes. */
export type Listener = { tell: () => void; end: () => void };

// On globalThis: server/invalidation.ts tells, and the code that Next bundles listens.
const kept = globalThis as typeof globalThis & { vignetteDesk?: Set<Listener> };

export const listeners = (kept.vignetteDesk ??= new Set());

/** What moderators see has changed: PostgreSQL says so, whichever process changed it. */
export function tellDesk(): void {
  for (const { tell } of listeners) tell();
}

/** Ends every stream: the process is about to end, and browsers find another one. */
export function closeDesk(): void {
  for (const { end } of listeners) end();
}
