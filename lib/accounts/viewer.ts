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
