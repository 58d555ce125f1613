import "server-only";
import { isAdmin } from "#lib/accounts/policy.ts";
import { type TeamRole, teamRoles } from "#lib/accounts/team/schema.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";

export type TeamMember = {
  id: string;
  name: string | null;
  email: string | null;
  role: TeamRole;
  /** ISO; when their account was made. */
  since: string;
  /** False: invited, and not here yet. */
  signedIn: boolean;
  isViewer: boolean;
};

/** Everyone with a role, admins first; null unless an admin asks. */
export async function listTeam(viewer: Viewer | null): Promise<TeamMember[] | null> {
  if (!isAdmin(viewer)) return null;
  const users = await database().prisma.user.findMany({
    where: { role: { in: [...teamRoles] } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      createdAt: true,
      emailVerified: true,
      _count: { select: { accounts: true } },
    },
  });
  const order: readonly string[] = ["ADMIN", "MODERATOR", "EDITOR"];
  return users
    .map(({ createdAt, emailVerified, _count, role, ...user }) => ({
      ...user,
      role: role as TeamRole,
      since: createdAt.toISOString(),
      signedIn: emailVerified !== null || _count.accounts > 0,
      isViewer: user.id === viewer.id,
    }))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}
