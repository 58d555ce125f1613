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
import * as accounts from "#lib/generated/messages/accounts.ts";
import { MailError, sendMail } from "#lib/notifications/mail.ts";
import { signInMail } from "#lib/notifications/templates.ts";
import { type Limit, addressKey, consume, inAWhile } from "#lib/rate-limit.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";

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
  const { email, next } = request;
  const refused = await countLinkRequest(request);
  if (refused) return refused;
  const url = await createSignInLink({ email, next });
  try {
    await sendMail(signInMail({ to: email, url, minutes: SIGN_IN_MINUTES }));
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return failure("unavailable", accounts.cantSendMail());
  }
  return success(null);
}

/**
 * Counts until the first limit refuses: what is refused must cost the recipient nothing, or anyone
 * could keep them from signing in.
 */
async function countLinkRequest({ email, address }: LinkRequest): Promise<Failure | null> {
  const place = addressKey(address);
  const limits: [Limit, string][] = [
    ["sign-in-address", place],
    ["sign-in-recipient", `${email} ${place}`],
    ["sign-in-mailbox", email],
  ];
  for (const [limit, key] of limits) {
    const count = await consume(limit, key);
    if (count.ok) continue;
    const when = inAWhile(count.retryAfterSeconds);
    return failure("rate-limited", accounts.manyLinks({ when }));
  }
  return null;
}

/** How many links of one address work at once. */
const LIVE_LINKS = 3;

/**
 * A new link for an address. The two before it go on working until they run out: anyone can ask for
 * a link in someone's name, and must not undo the one that they are about to press.
 */
async function createSignInLink({ email, next }: { email: string; next: string | null }) {
  const { prisma } = database();
  const token = newSignInToken();
  const expires = new Date(Date.now() + SIGN_IN_MINUTES * 60_000);
  await prisma.$transaction(async (tx) => {
    // Many requests for one address at once would leave more links than that otherwise.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`;
    await tx.$executeRaw`
      DELETE FROM "VerificationToken" WHERE "token" IN (
        SELECT "token" FROM "VerificationToken" WHERE "identifier" = ${email}
        ORDER BY "expires" DESC OFFSET ${LIVE_LINKS - 1})`;
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
