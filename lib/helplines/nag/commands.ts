import "server-only";
import { may, rolesWith } from "#lib/accounts/rights.ts";
import { database } from "#lib/db.ts";
import { requiredSetting } from "#lib/env.ts";
import * as messages from "#lib/generated/messages/helplines.ts";
import { countOldHelplines, readDays } from "#lib/helplines/queries.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import type { Payload } from "#lib/jobs/tasks.ts";
import { sendMail } from "#lib/notifications/mail.ts";
import { messageId } from "#lib/notifications/message-id.ts";
import { oldHelplinesMail } from "#lib/notifications/templates.ts";

/** Leaves a mail for everyone who looks after helplines; it is sent if there is something to tell. */
export async function nagAboutHelplines(): Promise<void> {
  const month = (await readDays()).today.slice(0, 7);
  await database().prisma.$transaction(async (tx) => {
    const roles = [...rolesWith("edit-helplines")];
    const admins = await tx.user.findMany({
      where: { role: { in: roles }, email: { not: null } },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    for (const { id: userId } of admins) {
      await enqueue(tx, "helpline-mail", { userId, month }, { key: `helpline-mail ${userId}` });
    }
  });
}

/** Writes to one of them, if there is still something to look at, and it is still theirs to do. */
export async function sendHelplineMail({ userId, month }: Payload<"helpline-mail">): Promise<void> {
  const user = await database().prisma.user.findUnique({
    where: { id: userId },
    select: { id: true, name: true, email: true, role: true },
  });
  if (!user?.email || !may(user, "edit-helplines")) return;
  const count = await countOldHelplines(user);
  if (count === 0) return;
  const mail = oldHelplinesMail({
    to: user.email,
    sentence: messages.old({ count }),
    url: `${requiredSetting("SITE_URL")}/moderation/helplines`,
    messageId: messageId(`old helplines ${userId} ${month}`),
  });
  await sendMail(mail, "long");
}
