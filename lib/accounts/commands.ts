import "server-only";
import { isSessionToken } from "#lib/accounts/session-cookie.ts";
import {
  SIGN_IN_MINUTES,
  hashSignInToken,
  newSignInToken,
  signInLink,
} from "#lib/accounts/sign-in-token.ts";
import { database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { MailError, sendMail } from "#lib/notifications/mail.ts";
import { signInMail } from "#lib/notifications/templates.ts";
import { addressKey, consume, inAWhile } from "#lib/rate-limit.ts";
import { type Result, failure, success } from "#lib/result.ts";

type LinkRequest = {
  email: string;
  /** Where the person was going. */
  next: string | null;
  /** The client's, for the limit. */
  address: string;
};

/**
 * Mails a sign-in link. Whether the address has an account is not even looked up: anyone may have
 * one, and it is made when the link is used.
 */
export async function requestSignInLink(request: LinkRequest): Promise<Result<null>> {
  const { email, next, address } = request;
  const counts = [
    await consume("sign-in-address", addressKey(address)),
    await consume("sign-in-recipient", email),
  ];
  for (const count of counts) {
    if (count.ok) continue;
    const sentence = `Many sign-in links were asked for. Please try again ${inAWhile(count.retryAfterSeconds)}.`;
    return failure("rate-limited", sentence);
  }
  const url = await createSignInLink({ email, next });
  try {
    await sendMail(signInMail({ to: email, url, minutes: SIGN_IN_MINUTES }));
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return failure(
      "unavailable",
      "We can't send mail right now, so no link is on its way. Please try again in a few minutes.",
    );
  }
  return success(null);
}

/** A new link for an address. An earlier one stops working: the newest mail is the one that counts. */
async function createSignInLink({ email, next }: { email: string; next: string | null }) {
  const { prisma } = database();
  const token = newSignInToken();
  const expires = new Date(Date.now() + SIGN_IN_MINUTES * 60_000);
  await prisma.$transaction(async (tx) => {
    // Two requests for one address at once would each leave a link otherwise.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`;
    await tx.verificationToken.deleteMany({ where: { identifier: email } });
    await tx.verificationToken.create({
      data: { identifier: email, token: hashSignInToken(token), expires },
    });
  });
  // Links that nobody used. Rows that are just being deleted elsewhere are left to whoever does it.
  await prisma.$executeRaw`
    DELETE FROM "VerificationToken" WHERE "token" IN (
      SELECT "token" FROM "VerificationToken" WHERE "expires" < now()
      LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
  return signInLink({ token, email, next });
}

/** Ends a session. Ending one that has ended is the same. */
export async function signOut(sessionToken: unknown): Promise<void> {
  if (!isSessionToken(sessionToken)) return;
  await database().prisma.session.deleteMany({ where: { sessionToken } });
}

/** Who the first admin is where no one said it. No mail leaves for this address. */
const unnamedAdmin = "admin@vignette.localhost";

/** Makes ADMIN_EMAIL an admin when there is none. */
export async function ensureFirstAdmin(): Promise<void> {
  const email = env().ADMIN_EMAIL ?? unnamedAdmin;
  await database().prisma.$transaction(async (tx) => {
    // Two copies that start at once make one admin.
    await tx.$executeRaw`LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE`;
    if (await tx.user.count({ where: { role: "ADMIN" } })) return;
    const role = "ADMIN";
    await tx.user.upsert({ where: { email }, create: { email, role }, update: { role } });
  });
}

/**
 * A sign-in link for whoever starts the server: for the first admin, until they have signed in; and
 * at every start while no mail server is set, because then the terminal is where mail is read.
 */
export async function createFirstAdminLink(): Promise<{ email: string; url: string } | null> {
  await ensureFirstAdmin();
  const admin = await database().prisma.user.findFirst({
    where: { role: "ADMIN", email: { not: null } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { email: true, emailVerified: true },
  });
  if (!admin?.email || (admin.emailVerified && env().SMTP_URL)) return null;
  const url = await createSignInLink({ email: admin.email, next: "/moderation" });
  return { email: admin.email, url };
}
