/** Every task of lib/jobs/tasks.ts, and what does it. */
import type { JobHelpers, TaskList } from "graphile-worker";
import { indexStories, learnWords } from "#lib/finding/commands.ts";
import { nagAboutHelplines, sendHelplineMail } from "#lib/helplines/nag/commands.ts";
import { deleteFailedJobs } from "#lib/jobs/commands.ts";
import { type Payload, type TaskName, tasks } from "#lib/jobs/tasks.ts";
import { log, withoutWords } from "#lib/log.ts";
import { forgetDeskDays } from "#lib/moderation/care/commands.ts";
import { forgetPassedOver } from "#lib/moderation/claims/commands.ts";
import { eraseOldContacts } from "#lib/notifications/commands.ts";
import { MailError } from "#lib/notifications/mail.ts";
import { sendLostLinks, sendStoryMail } from "#lib/notifications/tasks.ts";
import { forgetReporters } from "#lib/reports/commands.ts";
import { forgetSenders } from "#lib/screening/commands.ts";

const work: { [Name in TaskName]: (payload: Payload<Name>) => Promise<unknown> } = {
  "story-mail": sendStoryMail,
  "lost-link-mail": sendLostLinks,
  "helpline-mail": sendHelplineMail,
  "nag-about-helplines": () => nagAboutHelplines(),
  "index-stories": () => indexStories(),
  "learn-words": () => learnWords(),
  // What decodes pictures is large, and few workers ever need it.
  "delete-picture-files": async ({ ids }) =>
    (await import("#lib/pictures/commands.ts")).deletePictureFiles(ids),
  "sweep-pictures": async () => (await import("#lib/pictures/commands.ts")).sweepPictures(),
  "sweep-contacts": () => eraseOldContacts(new Date()),
  "sweep-failed-jobs": () => deleteFailedJobs(),
  "sweep-traces": async () => {
    const now = new Date();
    await forgetSenders(now);
    await forgetReporters(now);
    await forgetDeskDays(now);
    await forgetPassedOver();
  },
};

function listed(names: TaskName[]): TaskList {
  return Object.fromEntries(
    names.map((name) => [
      name,
      (payload: unknown, { job }: JobHelpers) => perform(name, payload, job),
    ]),
  );
}

const mail: TaskName[] = ["story-mail", "lost-link-mail", "helpline-mail"];

export const mailTasks = listed(mail);

export const otherTasks = listed(
  (Object.keys(work) as TaskName[]).filter((name) => !mail.includes(name)),
);

type Job = Pick<JobHelpers["job"], "id" | "attempts">;

async function perform<Name extends TaskName>(name: Name, payload: unknown, job: Job) {
  const begun = performance.now();
  const about = { task: name, job: job.id, attempt: job.attempts };
  try {
    await work[name](tasks[name].parse(payload) as Payload<Name>);
    log.info({ ...about, ms: Math.round(performance.now() - begun) }, "job done");
  } catch (error) {
    if (isHopeless(error, job)) {
      log.warn(about, "mail given up: the recipient is refused");
      return;
    }
    log.warn({ ...about, ...withoutWords(error) }, "job failed");
    throw new Error(told(error));
  }
}

/**
 * A refused recipient stays refused; half an hour (e^1 + … + e^7 s) is for a mistake in the mail
 * server's own settings to be put right.
 */
const TRIES_WHEN_REFUSED = 8;

function isHopeless(error: unknown, { attempts }: Job): boolean {
  return error instanceof MailError && error.refused && attempts >= TRIES_WHEN_REFUSED;
}

/** What the database keeps of a failure: never a message that may repeat what someone wrote. */
function told(error: unknown): string {
  if (error instanceof MailError) return error.message;
  return error instanceof Error ? error.name : "Error";
}
