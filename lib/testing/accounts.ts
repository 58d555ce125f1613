import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";

export function createUser(user: { name: string; role: Viewer["role"] }): Promise<Viewer> {
  return database().prisma.user.create({
    data: user,
    select: { id: true, name: true, email: true, role: true },
  });
}
