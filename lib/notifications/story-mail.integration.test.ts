import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { localPath } from "#lib/accounts/local-path.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { inLocale } from "#lib/in-locale.ts";
import { tasks } from "#lib/jobs/tasks.ts";
import { locales } from "#lib/locale.ts";
import type { Mail } from "#lib/notifications/mail.ts";
import { eraseOldContacts, requestLostLinks, stopMail } from "#lib/notifications/commands.ts";
import { hasContact } from "#lib/notifications/queries.ts";
import { stopToken } from "#lib/notifications/stop-link.ts";
import { mailStoryteller } from "#lib/notifications/story-mail.ts";
import { sendLostLinks, sendStoryMail } from "#lib/notifications/tasks.ts";
import { sha256 } from "#lib/secrets.ts";
import { submitStory } from "#lib/stories/commands.ts";
import { setContact, withdrawStory } from "#lib/stories/own/commands.ts";
import { ownStoryAt } from "#lib/stories/private-link.ts";
import { emptyStoryForm, storyFormSchema } from "#lib/stories/schema.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";
import { createMailedStory, decideAndMail, openMailedCall } from "#lib/testing/mailed-stories.ts";

const sent = vi.hoisted((): Mail[] => []);
/** What happens while the mail server has the mail. */
const meanwhile = vi.hoisted(() => ({ happens: (): Promise<unknown> => Promise.resolve() }));

vi.mock("#lib/notifications/mail.ts", () => ({
  sendMail: async (mail: Mail) => {
    await meanwhile.happens();
    sent.push(mail);
  },
}));

let callSlug: string;
let moderatorId: string;

beforeAll(async () => {
  ({ callSlug, moderatorId } = await openMailedCall());
});

beforeEach(async () => {
  sent.length = 0;
  meanwhile.happens = () => Promise.resolve();
  await database().prisma.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

const newAddress = () => `${randomUUID()}@example.org`;

function newViewer(): Promise<Viewer> {
  const select = { id: true, role: true, name: true, email: true } as const;
  return database().prisma.user.create({ data: { email: newAddress() }, select });
}

/** As if its link had been made under another AUTH_SECRET. */
async function forgetLink(id: string, data: { storytellerId?: string } = {}) {
  const privateLinkHash = Uint8Array.from(Buffer.alloc(32, id));
  await database().prisma.story.update({ where: { id }, data: { ...data, privateLinkHash } });
  return privateLinkHash;
}

function linkRow(id: string) {
  const select = { privateLinkHash: true, privateLinkNumber: true } as const;
  return database().prisma.story.findUniqueOrThrow({ where: { id }, select });
}

type Waiting = { task_identifier: "story-mail" | "lost-link-mail"; payload: unknown; key: string };

function waiting(): Promise<Waiting[]> {
  return database().prisma.$queryRaw<Waiting[]>`
    SELECT j.task_identifier, j."key", p.payload
    FROM graphile_worker.jobs j JOIN graphile_worker._private_jobs p USING ("id") ORDER BY "id"`;
}

/** Does what waits, as the worker would. */
async function work(): Promise<Mail[]> {
  for (const { task_identifier: name, payload } of await waiting()) {
    if (name === "story-mail") await sendStoryMail(tasks[name].parse(payload));
    else await sendLostLinks(tasks[name].parse(payload));
  }
  return sent;
}

describe("a storyteller who left an address", () => {
  test("gets a receipt with the private link", async () => {
    const email = newAddress();
    const story = await createMailedStory({ callSlug, email, text: "A secret about the lift." });
    await mailStoryteller(database().prisma, story.id, { kind: "received" });
    const [mail] = await work();
    expect(mail?.to).toBe(email);
    expect(mail?.text.split("\n")).toContain(`http://localhost:3000/my/${story.token}`);
    expect(mail?.stopUrl).toBe(`http://localhost:3000/api/stop-mail/${stopToken(story.id)}`);
    expect(JSON.stringify(mail)).not.toContain("lift");
  });

  test("is told of a decision with its reason, under a Message-ID that stays the same", async () => {
    const story = await createMailedStory({ callSlug });
    const message = "Please leave the ward out.";
    await decideAndMail(story, { moderatorId, kind: "REJECT", reason: "recognisable", message });
    await work();
    await work();
    const [first, again] = sent;
    expect(first?.text).toContain("decided not to publish it");
    expect(first?.text).toContain(message);
    expect(again?.messageId).toBe(first?.messageId);
    expect(first?.messageId).toMatch(/^<[0-9a-f]{36}@localhost>$/);
    expect(first?.messageId).not.toContain(story.id);
  });

  test("of a warned story gets no words of a moderator by mail, which may quote it", async () => {
    const story = await createMailedStory({ callSlug, warnings: ["death"] });
    const message = "The part about the body is too much.";
    await decideAndMail(story, { moderatorId, kind: "ASK_FOR_CHANGES", message });
    const [mail] = await work();
    expect(mail?.text).toContain("you find their words on its page");
    expect(mail?.text).toContain("Contains: death, mentioned");
    expect(JSON.stringify(mail)).not.toContain("the body");
  });

  test("is told of changes and appeals in words that fit", async () => {
    const story = await createMailedStory({ callSlug });
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
    await decideAndMail(story, { moderatorId, kind: "APPROVE", at: at(1) });
    await decideAndMail(story, { moderatorId, kind: "REJECT", at: at(2) });
    const down = await decideAndMail(story, { moderatorId, kind: "TAKE_DOWN", at: at(3) });
    await decideAndMail(story, { moderatorId, kind: "RESTORE", at: at(4), appealed: down });
    const texts = (await work()).map(({ text }) => text);
    expect(texts[0]).toContain("has read your story and published it");
    expect(texts[0]).toContain(`http://localhost:3000/stories/${story.id}`);
    expect(texts[1]).toContain("has read the change to your story");
    expect(texts[2]).toContain("has taken your story off the site");
    expect(texts[3]).toContain("a moderator has looked at your story again, and put it back");
  });

  test("of a withdrawal is told after the address is erased, which the queue doesn't show", async () => {
    const email = newAddress();
    const story = await createMailedStory({ callSlug, email });
    await database().prisma.$transaction(async (tx) => {
      await mailStoryteller(tx, story.id, { kind: "withdrawn" });
      await tx.contact.delete({ where: { storyId: story.id } });
    });
    expect(JSON.stringify(await waiting())).not.toContain(email);
    const [mail] = await work();
    expect(mail).toMatchObject({ to: email, subject: expect.stringContaining("withdrawn") });
    expect(mail?.stopUrl).toBeUndefined();
  });

  test("is not written to once the address is gone", async () => {
    const story = await createMailedStory({ callSlug });
    await mailStoryteller(database().prisma, story.id, { kind: "received" });
    await decideAndMail(story, { moderatorId, kind: "APPROVE" });
    await database().prisma.contact.delete({ where: { storyId: story.id } });
    expect(await work()).toEqual([]);
  });

  test("whose link we can't tell is asked to use the one they kept", async () => {
    const story = await createMailedStory({ callSlug });
    await forgetLink(story.id);
    await mailStoryteller(database().prisma, story.id, { kind: "received" });
    const [mail] = await work();
    expect(mail?.text).toContain("the private link that you kept");
    expect(mail?.text.match(/\S*\/my\/\S*/g)).toEqual(["http://localhost:3000/my/lost-link"]);
  });

  test("who claimed the story is led to it by way of signing in, and nobody else is", async () => {
    const [own, other] = await Promise.all([newViewer(), newViewer()]);
    const story = await createMailedStory({ callSlug });
    await database().prisma.story.update({
      where: { id: story.id },
      data: { privateLinkHash: null, storytellerId: own.id },
    });
    await mailStoryteller(database().prisma, story.id, { kind: "received" });
    const [mail] = await work();
    expect(mail?.text).not.toContain(story.token);
    const url = new URL(/^http:\S+\/sign-in\S+$/m.exec(mail?.text ?? "")?.[0] ?? "");
    expect([...url.searchParams.keys()]).toEqual(["next"]);
    const next = localPath(url.searchParams.get("next"));
    expect(next).toBe(`/my/${story.id}`);
    const way = next?.slice("/my/".length) ?? "";
    const findable = (viewer: Viewer | null) => {
      const where = ownStoryAt(viewer, way);
      return where ? database().prisma.story.count({ where }) : 0;
    };
    expect([await findable(own), await findable(other), await findable(null)]).toEqual([1, 0, 0]);
  });
});

describe("a storyteller who came by /es", () => {
  async function tell(email: string) {
    const input = storyFormSchema.parse({
      ...emptyStoryForm,
      ...{ text: "La lluvia no paró en toda la noche.", email, subject: "MYSELF", consent: true },
    });
    const key = newSubmissionKey();
    const told = { input, key, callSlug, address: "192.0.2.1", country: null };
    const sent = await inLocale("es", () => submitStory(null, told));
    if (!sent.ok) throw new Error(sent.message);
    const story = await database().prisma.story.findUniqueOrThrow({
      where: { idempotencyKeyHash: sha256(key) },
      select: { id: true, latestRevisionId: true },
    });
    return { id: story.id, revisionId: story.latestRevisionId ?? "", token: sent.value.way };
  }

  /** What waits is sent, and waits no longer. */
  async function next(): Promise<Mail | undefined> {
    sent.length = 0;
    const mails = await work();
    await database().prisma.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    expect(mails).toHaveLength(1);
    return mails[0];
  }

  const linksIn = (mail: Mail | undefined) =>
    (mail?.text.match(/http:\S+/g) ?? []).map((link) => link.replace("http://localhost:3000", ""));

  test("gets all mail in Spanish, whatever others speak, with links to pages that do", async () => {
    const email = newAddress();
    const story = await tell(email);
    const stop = `/es/stop-mail/${stopToken(story.id)}`;

    const received = await next();
    expect(received?.subject).toMatch(/^Tu historia ha llegado a /);
    expect(received?.html).toContain('<html lang="es">');
    expect(linksIn(received)).toEqual([`/es/my/${story.token}`, "/es", stop]);
    expect(received?.stopUrl).toBe(
      `http://localhost:3000/api/stop-mail/${stopToken(story.id)}?locale=es`,
    );

    await decideAndMail(story, { moderatorId, kind: "APPROVE" });
    const decided = await next();
    expect(decided?.text).toContain("Alguien de moderación ha leído tu historia");
    expect(linksIn(decided)).toEqual([
      ...[`/es/my/${story.token}`, `/es/stories/${story.id}`, "/es", stop],
    ]);

    await requestLostLinks({ email, address: "2001:db8:e5::1" });
    const links = await next();
    expect(links?.text).toMatch(/^Enviada el \d+ de \S+ de \d{4}, publicada:$/m);
    expect(linksIn(links)).toEqual([`/es/my/${story.token}`, "/es"]);

    expect(await withdrawStory(null, story.token)).toMatchObject({ ok: true });
    const withdrawn = await next();
    expect(withdrawn?.text).toContain("Tu historia está retirada.");
    expect(linksIn(withdrawn)).toEqual(["/es"]);
  });

  test("and gives an address again by the bare address gets mail in English", async () => {
    const story = await tell(newAddress());
    const contact = { email: newAddress(), editorsMayWrite: false };
    await setContact(null, story.token, { contact, address: "192.0.2.2" });
    const received = await next();
    expect(received?.to).toBe(contact.email);
    expect(received?.subject).toMatch(/^Your story has reached /);
    expect(linksIn(received)).toContain(`/my/${story.token}`);
  });

  test("where the story is in an account is led to sign in, and back, in Spanish", async () => {
    const viewer = await newViewer();
    const story = await tell(newAddress());
    await database().prisma.story.update({
      where: { id: story.id },
      data: { privateLinkHash: null, storytellerId: viewer.id },
    });
    expect(linksIn(await next())).toContain(`/es/sign-in?next=/es/my/${story.id}`);
  });

  test("an address can be given in any language, also one to come, and in nothing that is none", async () => {
    const { id: storyId } = await createMailedStory({ callSlug });
    const give = (locale: string) =>
      database().prisma.contact.update({ where: { storyId }, data: { locale } });
    for (const locale of [...locales, "fr", "pt-BR", "zh-Hant-TW"])
      expect(await give(locale)).toMatchObject({ locale });
    for (const locale of ["", "ES", "es ", "es\nx", "english", `es-${"a".repeat(33)}`])
      await expect(give(locale)).rejects.toThrow("Contact_locale");
  });
});

test("a storyteller who left no address gets nothing, and nothing waits", async () => {
  const story = await createMailedStory({ callSlug, email: null });
  for (const kind of ["received", "withdrawn"] as const) {
    await mailStoryteller(database().prisma, story.id, { kind });
  }
  await decideAndMail(story, { moderatorId, kind: "APPROVE" });
  expect(await waiting()).toEqual([]);
});

describe("stopping", () => {
  test("erases the address of this story only, twice as once", async () => {
    const email = newAddress();
    const [one, other] = await Promise.all([
      createMailedStory({ callSlug, email }),
      createMailedStory({ callSlug, email }),
    ]);
    expect(await stopMail(stopToken(one.id))).toMatchObject({ ok: true });
    expect(await stopMail(stopToken(one.id))).toMatchObject({ ok: true });
    expect(await hasContact(one.id)).toBe(false);
    expect(await hasContact(other.id)).toBe(true);
  });

  test("with a wrong token changes nothing", async () => {
    const [one, other] = [
      await createMailedStory({ callSlug }),
      await createMailedStory({ callSlug }),
    ];
    const forged = other.id + stopToken(one.id).slice(12);
    expect(await stopMail(forged)).toMatchObject({ ok: false, code: "not-found" });
    expect(await hasContact(other.id)).toBe(true);
  });
});

describe("lost links", () => {
  let places = 0;
  const place = () => `2001:db8:${(++places).toString(16)}::1`;

  test("are answered alike for an address with stories and one without", async () => {
    const email = newAddress();
    await createMailedStory({ callSlug, email });
    const answers = [
      await requestLostLinks({ email, address: place() }),
      await requestLostLinks({ email: newAddress(), address: place() }),
    ];
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual({ ok: true, value: null });
    const jobs = await waiting();
    expect(jobs).toHaveLength(2);
    for (const { payload, key } of jobs) {
      expect(JSON.stringify({ payload, key })).not.toContain("example.org");
    }
    expect((await work()).map(({ to }) => to)).toEqual([email]);
  });

  test("asked for twice before they are sent are one mail", async () => {
    const email = newAddress();
    await createMailedStory({ callSlug, email });
    for (const address of [place(), place()]) await requestLostLinks({ email, address });
    expect(await work()).toHaveLength(1);
  });

  test("lead to every story with the address that still has one, the newest 20 first", async () => {
    const email = newAddress();
    const day = (date: number) => new Date(Date.UTC(2026, 0, date));
    const stories = [];
    for (let date = 1; date <= 22; date += 1) {
      stories.push(await createMailedStory({ callSlug, email, submittedAt: day(date) }));
    }
    const [, , claimed] = stories;
    await database().prisma.story.update({
      where: { id: claimed?.id ?? "" },
      data: { privateLinkHash: null, storytellerId: moderatorId },
    });
    await createMailedStory({ callSlug, email: newAddress() });
    await requestLostLinks({ email, address: place() });
    const [mail] = await work();
    const links = mail?.text.match(/http:\S+\/my\/\S+/g);
    const newest = stories.toReversed().filter((story) => story !== claimed);
    expect(links).toEqual(
      newest.slice(0, 20).map(({ token }) => `http://localhost:3000/my/${token}`),
    );
    expect(mail?.text).toContain("One older story is not in this list.");
    expect(mail?.text).toContain("Sent on 22 January 2026, waiting to be read:");
  });

  describe("that can't be told again", () => {
    const linkIn = (mail: Mail | undefined) =>
      /^http:\S+\/my\/(\S+)$/m.exec(mail?.text ?? "")?.[1] ?? "";

    async function lost(data?: { storytellerId: string }) {
      const email = newAddress();
      const story = await createMailedStory({ callSlug, email });
      const hash = await forgetLink(story.id, data);
      await requestLostLinks({ email, address: place() });
      return { ...story, email, hash };
    }

    test("are replaced by one that leads to the story, the same for whoever asks next", async () => {
      const story = await lost();
      const link = linkIn((await work())[0]);
      expect(sent[0]?.text).toContain("This link is new");
      const where = ownStoryAt(null, link) ?? { id: "" };
      expect(await database().prisma.story.findFirst({ where })).toMatchObject({ id: story.id });
      expect((await linkRow(story.id)).privateLinkNumber).toBe(1);

      sent.length = 0;
      const [again] = await work();
      expect(linkIn(again)).toBe(link);
      expect(again?.text).not.toContain("This link is new");
      expect((await linkRow(story.id)).privateLinkNumber).toBe(1);
      // Later mail has it too.
      sent.length = 0;
      await sendStoryMail({ kind: "received", storyId: story.id });
      expect(linkIn(sent[0])).toBe(link);
    });

    test("work on where the mail could not be sent", async () => {
      const story = await lost();
      meanwhile.happens = () => Promise.reject(new Error("no such mailbox"));
      await expect(work()).rejects.toThrow("no such mailbox");
      const privateLinkHash = story.hash;
      expect(await linkRow(story.id)).toEqual({ privateLinkHash, privateLinkNumber: 0 });
    });

    test.each([
      ["claimed", { privateLinkHash: null }],
      ["given another address", { contact: { update: { email: "new@example.org" } } }],
      ["left without an address", { contact: { delete: true } }],
    ])("are not replaced once the story is %s", async (_, data) => {
      const { id } = await lost();
      let before: unknown;
      meanwhile.happens = async () => {
        await database().prisma.story.update({ where: { id }, data });
        before = await linkRow(id);
      };
      expect(await work()).toHaveLength(1);
      expect(before).toBeDefined();
      expect(await linkRow(id)).toEqual(before);
    });

    test("are left alone where an account leads there", async () => {
      const viewer = await newViewer();
      const story = await lost({ storytellerId: viewer.id });
      const [mail] = await work();
      expect(mail?.text).toContain(`/sign-in?next=/my/${story.id}`);
      const privateLinkHash = story.hash;
      expect(await linkRow(story.id)).toEqual({ privateLinkHash, privateLinkNumber: 0 });
    });
  });

  test("can't be asked for without end", async () => {
    const email = newAddress();
    const address = place();
    const answers = [];
    for (let time = 1; time <= 7; time += 1)
      answers.push(await requestLostLinks({ email, address }));
    expect(answers.slice(0, 6).every(({ ok }) => ok)).toBe(true);
    expect(answers[6]).toMatchObject({ ok: false, code: "rate-limited" });
    // Which is no one else's loss.
    expect(await requestLostLinks({ email, address: place() })).toMatchObject({ ok: true });
  });
});

describe("addresses are erased 90 days after the last decision", () => {
  const decided = new Date("2026-03-01T12:00:00Z");
  const due = new Date("2026-05-30T12:00:00Z");
  const before = new Date(due.getTime() - 1);

  async function decidedStory(contactSince = new Date("2026-01-01T00:00:00Z")) {
    const submittedAt = new Date("2026-01-01T00:00:00Z");
    const story = await createMailedStory({ callSlug, submittedAt, contactSince });
    await decideAndMail(story, {
      moderatorId,
      kind: "ASK_FOR_CHANGES",
      at: new Date("2026-02-01"),
    });
    await decideAndMail(story, { moderatorId, kind: "REJECT", at: decided });
    return story;
  }

  test("to the day", async () => {
    const story = await decidedStory();
    await eraseOldContacts(before);
    expect(await hasContact(story.id)).toBe(true);
    expect(await eraseOldContacts(due)).toBeGreaterThanOrEqual(1);
    expect(await hasContact(story.id)).toBe(false);
  });

  test("but not while something waits to be decided", async () => {
    const [changed, untouched] = [await decidedStory(), await createMailedStory({ callSlug })];
    await database().prisma.story.update({
      where: { id: changed.id },
      data: { waitingSince: new Date() },
    });
    await eraseOldContacts(new Date("2040-01-01"));
    expect(await hasContact(changed.id)).toBe(true);
    expect(await hasContact(untouched.id)).toBe(true);
  });

  test("and one that was given later, as long after that", async () => {
    const story = await decidedStory(new Date("2026-04-01T00:00:00Z"));
    await eraseOldContacts(due);
    expect(await hasContact(story.id)).toBe(true);
    await eraseOldContacts(new Date("2026-06-30T00:00:00Z"));
    expect(await hasContact(story.id)).toBe(false);
  });
});
