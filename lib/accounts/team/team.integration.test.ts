import { randomBytes } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";
import type { Mail } from "#lib/notifications/mail.ts";

const mails: Mail[] = [];
vi.mock("#lib/notifications/mail.ts", async (original) => ({
  ...(await original<typeof import("#lib/notifications/mail.ts")>()),
  sendMail: async (mail: Mail) => void mails.push(mail),
}));

const { changeRole, inviteToTeam, removeFromTeam } = await import("#lib/accounts/team/commands.ts");
const { listTeam } = await import("#lib/accounts/team/queries.ts");
const { findViewer } = await import("#lib/accounts/queries.ts");
const { database } = await import("#lib/db.ts");
const { inLocale } = await import("#lib/in-locale.ts");
const { MailError } = await import("#lib/notifications/mail.ts");

const { prisma } = database();

beforeEach(async () => {
  mails.length = 0;
  // Every test begins with a team of its own.
  await prisma.user.updateMany({ data: { role: "STORYTELLER" } });
});

const newEmail = () => `${randomBytes(6).toString("hex")}@example.org`;

function person(role: Role): Promise<Viewer> {
  const select = { id: true, role: true, name: true, email: true };
  return prisma.user.create({ data: { email: newEmail(), role }, select });
}

const roleOf = async ({ id }: { id: string }) =>
  (await prisma.user.findUniqueOrThrow({ where: { id } })).role;

test("an admin invites by address, with an account made for it and a mail", async () => {
  const admin = await person("ADMIN");
  const email = newEmail();
  for (let time = 1; time <= 2; time += 1) {
    expect(await inviteToTeam(admin, { email, role: "MODERATOR" })).toEqual({
      ok: true,
      value: { mailed: true },
    });
    expect(await prisma.user.count({ where: { email, role: "MODERATOR" } })).toBe(1);
  }
  expect(mails.map(({ to }) => to)).toEqual([email, email]);
  expect(mails[0]?.text).toContain(`${admin.email} has invited you`);
});

test("someone with an account keeps it, and gets the role", async () => {
  const admin = await person("ADMIN");
  const storyteller = await person("STORYTELLER");
  await inviteToTeam(admin, { email: storyteller.email ?? "", role: "EDITOR" });
  expect(await roleOf(storyteller)).toBe("EDITOR");
});

test.each([
  ["MODERATOR", "%2Fmoderation"],
  ["EDITOR", "%2Fmoderation%2Fcalls"],
  ["ADMIN", "%2Fmoderation"],
] as const)("the invitation of a new %s leads to where they work", async (role, next) => {
  const admin = await person("ADMIN");
  await inviteToTeam(admin, { email: newEmail(), role });
  expect(mails[0]?.text).toMatch(new RegExp(`/sign-in\\?next=${next}$`, "m"));
  await inLocale("es", () => inviteToTeam(admin, { email: newEmail(), role }));
  expect(mails[1]?.text).toMatch(new RegExp(`/es/sign-in\\?next=%2Fes${next}$`, "m"));
});

test("ten invitations of one address at once make one account", async () => {
  const admin = await person("ADMIN");
  const email = newEmail();
  const results = await Promise.all(
    Array.from({ length: 10 }, () => inviteToTeam(admin, { email, role: "MODERATOR" })),
  );
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(await prisma.user.count({ where: { email } })).toBe(1);
});

test("an invitation stands when its mail can't be sent, and says so", async () => {
  const admin = await person("ADMIN");
  const notifications = await import("#lib/notifications/mail.ts");
  vi.spyOn(notifications, "sendMail").mockRejectedValue(new MailError("ECONNECTION"));
  const email = newEmail();
  expect(await inviteToTeam(admin, { email, role: "EDITOR" })).toEqual({
    ok: true,
    value: { mailed: false },
  });
  expect(await prisma.user.count({ where: { email, role: "EDITOR" } })).toBe(1);
  vi.restoreAllMocks();
});

test.each<Role | null>(["STORYTELLER", "MODERATOR", "EDITOR", null])(
  "%s learns nothing and changes nothing",
  async (role) => {
    await person("ADMIN");
    const member = await person("MODERATOR");
    const viewer = role ? await person(role) : null;
    const unknown = { ok: false, code: "not-found" };
    const invitation = { email: newEmail(), role: "ADMIN" } as const;
    expect(await listTeam(viewer)).toBeNull();
    expect(await inviteToTeam(viewer, invitation)).toMatchObject(unknown);
    expect(await changeRole(viewer, { userId: member.id, role: "ADMIN" })).toMatchObject(unknown);
    expect(await removeFromTeam(viewer, { userId: member.id })).toMatchObject(unknown);
    expect(await roleOf(member)).toBe("MODERATOR");
    expect(mails).toEqual([]);
  },
);

test("who was an admin when the page was opened is one no longer", async () => {
  const admin = await person("ADMIN");
  const former = await person("ADMIN");
  await changeRole(admin, { userId: former.id, role: "MODERATOR" });
  expect(await removeFromTeam(former, { userId: admin.id })).toMatchObject({ code: "not-found" });
  expect(await roleOf(admin)).toBe("ADMIN");
});

test("who is removed is signed out everywhere, and keeps their account", async () => {
  const admin = await person("ADMIN");
  const member = await person("MODERATOR");
  const sessionToken = randomBytes(24).toString("hex");
  const expires = new Date(Date.now() + 60_000);
  await prisma.session.create({ data: { sessionToken, userId: member.id, expires } });
  expect(await removeFromTeam(admin, { userId: member.id })).toEqual({
    ok: true,
    value: { ofViewer: false },
  });
  expect(await findViewer(sessionToken)).toBeNull();
  expect(await roleOf(member)).toBe("STORYTELLER");
  expect(await removeFromTeam(admin, { userId: member.id })).toMatchObject({ code: "not-found" });
});

test("someone outside the team is nobody to change", async () => {
  const admin = await person("ADMIN");
  const storyteller = await person("STORYTELLER");
  for (const userId of [storyteller.id, "nobody"]) {
    const result = await changeRole(admin, { userId, role: "ADMIN" });
    expect(result).toMatchObject({ ok: false, code: "not-found" });
  }
  expect(await roleOf(storyteller)).toBe("STORYTELLER");
});

test("the last admin stays one, by every way", async () => {
  const admin = await person("ADMIN");
  const refused = { ok: false, message: expect.stringContaining("only admin") as string };
  const self = { userId: admin.id, email: admin.email ?? "" };
  expect(await changeRole(admin, { ...self, role: "MODERATOR" })).toMatchObject(refused);
  expect(await removeFromTeam(admin, self)).toMatchObject(refused);
  expect(await inviteToTeam(admin, { ...self, role: "EDITOR" })).toMatchObject(refused);
  expect(await changeRole(admin, { ...self, role: "ADMIN" })).toMatchObject({ ok: true });
  expect(await roleOf(admin)).toBe("ADMIN");
  await person("ADMIN");
  expect(await changeRole(admin, { ...self, role: "MODERATOR" })).toEqual({
    ok: true,
    value: { ofViewer: true },
  });
});

test("of admins who remove each other at once, one stays", async () => {
  for (let round = 0; round < 20; round += 1) {
    await prisma.user.updateMany({ data: { role: "STORYTELLER" } });
    const [one, two] = [await person("ADMIN"), await person("ADMIN")];
    const results = await Promise.all([
      removeFromTeam(one, { userId: two.id }),
      changeRole(two, { userId: one.id, role: "EDITOR" }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await prisma.user.count({ where: { role: "ADMIN" } })).toBe(1);
  }
});

test("admins who all leave at once leave one behind", async () => {
  const admins = await Promise.all([person("ADMIN"), person("ADMIN"), person("ADMIN")]);
  await Promise.all(admins.map((admin) => removeFromTeam(admin, { userId: admin.id })));
  expect(await prisma.user.count({ where: { role: "ADMIN" } })).toBe(1);
});

test("the team is listed admins first, with who has not been here yet", async () => {
  const moderator = await person("MODERATOR");
  const admin = await person("ADMIN");
  await prisma.user.update({ where: { id: admin.id }, data: { emailVerified: new Date() } });
  await person("STORYTELLER");
  const team = await listTeam(admin);
  expect(team?.map(({ since: _since, ...member }) => member)).toEqual([
    { ...admin, signedIn: true, isViewer: true },
    { ...moderator, signedIn: false, isViewer: false },
  ]);
});
