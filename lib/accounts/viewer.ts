import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { findViewer } from "#lib/accounts/queries.ts";
import { sessionCookie } from "#lib/accounts/session-cookie.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";

/** Who is looking, as the database says at this request. */
export type Viewer = { id: string; role: Role; name: string | null; email: string | null };

/**
 * The signed-in person, or null. Read anew for each request (once within it), so that someone whose
 * role or session was taken away is out on the next one.
 */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  return findViewer((await cookies()).get(sessionCookie().name)?.value);
});

/** Whoever is signed in in this browser, to be asked for again while an answer goes on. */
export async function viewerReader(): Promise<() => Promise<Viewer | null>> {
  const session = (await cookies()).get(sessionCookie().name)?.value;
  return () => findViewer(session);
}
