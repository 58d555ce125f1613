import "server-only";
import { isSessionToken } from "#lib/accounts/session-cookie.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";

/** Whose session this is, if it is one and has not run out. */
export async function findViewer(sessionToken: unknown): Promise<Viewer | null> {
  if (!isSessionToken(sessionToken)) return null;
  const session = await database().prisma.session.findFirst({
    where: { sessionToken, expires: { gt: new Date() } },
    select: { user: { select: { id: true, role: true, name: true, email: true } } },
  });
  return session?.user ?? null;
}
