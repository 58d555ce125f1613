import "server-only";
import { withQuery } from "#lib/accounts/local-path.ts";
import { deskOf, isAdmin } from "#lib/accounts/policy.ts";
import { type TeamRole, roleWords, teamRoles } from "#lib/accounts/team/schema.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { type Transaction, database } from "#lib/db.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";
import { MailError, sendMail } from "#lib/notifications/mail.ts";
import { pageUrl } from "#lib/notifications/page-url.ts";
import { invitationMail } from "#lib/notifications/templates.ts";
import { consume, inAWhile } from "#lib/rate-limit.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";

const unknown = () => failure("not-found", accounts.noSuchMember());

const lastAdmin = () => failure("invalid", accounts.keepAnAdmin());

type Team = { tx: Transaction; adminIds: string[] };

/**
 * Runs `change` while no admin can stop being one elsewhere. Of two admins who remove each other at
 * once, the second waits here and then finds that they are an admin no longer.
 */
async function asAdmin<T>(
  viewer: Viewer | null,
  change: (team: Team, admin: Viewer) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!isAdmin(viewer)) return unknown();
  return database().prisma.$transaction(async (tx) => {
    const admins = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "User" WHERE "role" = 'ADMIN' ORDER BY "id" FOR UPDATE`;
    const adminIds = admins.map(({ id }) => id);
    return adminIds.includes(viewer.id) ? change({ tx, adminIds }, viewer) : unknown();
  });
}

/** Why someone can't get another role: they are the last admin. */
function keepsAnAdmin({ adminIds }: Team, id: string): Failure | null {
  return adminIds.length === 1 && adminIds[0] === id ? lastAdmin() : null;
}

/** Gives an address a role, with an account if it has none, and tells them. Twice is as once. */
export async function inviteToTeam(
  viewer: Viewer | null,
  { email, role }: { email: string; role: TeamRole },
): Promise<Result<{ mailed: boolean }>> {
  if (!isAdmin(viewer)) return unknown();
  const counted = await consume("invitation", viewer.id);
  if (!counted.ok) {
    const when = inAWhile(counted.retryAfterSeconds);
    return failure("rate-limited", accounts.manyInvitations({ when }));
  }
  const saved = await asAdmin(viewer, async (team) => {
    const { tx } = team;
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    const refused = role !== "ADMIN" && user ? keepsAnAdmin(team, user.id) : null;
    if (refused) return refused;
    await tx.user.upsert({ where: { email }, create: { email, role }, update: { role } });
    return success(null);
  });
  if (!saved.ok) return saved;
  const invitedBy = viewer.name ?? viewer.email;
  const desk = deskOf({ role });
  const url = pageUrl(withQuery("/sign-in", { next: desk && localized(desk) }));
  const { article, does } = roleWords[role];
  const words = { article: article(), does: does() };
  const mail = invitationMail({ to: email, role: words, invitedBy, url });
  return success({ mailed: await tryMail(mail) });
}

/** The invitation stands without its mail; the admin is told when it could not be sent. */
async function tryMail(mail: Parameters<typeof sendMail>[0]): Promise<boolean> {
  try {
    await sendMail(mail);
    return true;
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return false;
  }
}

export async function changeRole(
  viewer: Viewer | null,
  { userId, role }: { userId: string; role: TeamRole },
): Promise<Result<{ ofViewer: boolean }>> {
  return asAdmin(viewer, async (team, admin) => {
    const refused = role === "ADMIN" ? null : keepsAnAdmin(team, userId);
    if (refused) return refused;
    const { count } = await team.tx.user.updateMany({
      where: { id: userId, role: { in: [...teamRoles] } },
      data: { role },
    });
    return count ? success({ ofViewer: userId === admin.id }) : unknown();
  });
}

/** Takes someone off the team. Their account and their own stories stay theirs. */
export async function removeFromTeam(
  viewer: Viewer | null,
  { userId }: { userId: string },
): Promise<Result<{ ofViewer: boolean }>> {
  return asAdmin(viewer, async (team, admin) => {
    const refused = keepsAnAdmin(team, userId);
    if (refused) return refused;
    const { count } = await team.tx.user.updateMany({
      where: { id: userId, role: { in: [...teamRoles] } },
      data: { role: "STORYTELLER" },
    });
    if (!count) return unknown();
    await team.tx.session.deleteMany({ where: { userId } });
    return success({ ofViewer: userId === admin.id });
  });
}
