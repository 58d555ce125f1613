import "server-only";
import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter, AdapterAccount } from "next-auth/adapters";
import { isSessionToken } from "#lib/accounts/session-cookie.ts";
import { database } from "#lib/db.ts";

/**
 * next-auth's adapter for Prisma, with what it leaves open:
 * - a cookie whose session is gone or has run out must not stop, or decide, a new sign-in;
 * - using a link twice at once must succeed once;
 * - of a GitHub or Google account only the identity is kept, no access to it.
 */
export function accountsAdapter(): Adapter {
  const { prisma } = database();
  // The adapter is typed for the client that Prisma's older generator makes; it only calls models.
  const base = PrismaAdapter(prisma as unknown as Parameters<typeof PrismaAdapter>[0]) as Adapter;
  return {
    ...base,
    async getSessionAndUser(sessionToken) {
      if (!isSessionToken(sessionToken)) return null;
      const found = await base.getSessionAndUser?.(sessionToken);
      return found && found.session.expires > new Date() ? found : null;
    },
    async deleteSession(sessionToken) {
      if (isSessionToken(sessionToken)) {
        await prisma.session.deleteMany({ where: { sessionToken } });
      }
    },
    async useVerificationToken({ identifier, token }) {
      const used = await prisma.$queryRaw<{ identifier: string; token: string; expires: Date }[]>`
        DELETE FROM "VerificationToken"
        WHERE "identifier" = ${identifier} AND "token" = ${token}
        RETURNING "identifier", "token", "expires"`;
      return used[0] ?? null;
    },
    async linkAccount(account: AdapterAccount) {
      const { userId, type, provider, providerAccountId } = account;
      await prisma.account.create({ data: { userId, type, provider, providerAccountId } });
    },
  };
}
