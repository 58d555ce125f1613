import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { GET } from "#app/api/helplines/route.ts";
import { database } from "#lib/db.ts";
import {
  addHelpline,
  changeHelpline,
  checkHelpline,
  putHelplineFirst,
  removeHelpline,
} from "#lib/helplines/commands.ts";
import { everyCountry } from "#lib/helplines/countries.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";
import type { Helpline } from "#lib/helplines/helpline.ts";
import { nagAboutHelplines, sendHelplineMail } from "#lib/helplines/nag/commands.ts";
import { OLD_AFTER_DAYS } from "#lib/helplines/policy.ts";
import {
  countOldHelplines,
  getHelplineForEditing,
  listHelplines,
  readDays,
} from "#lib/helplines/queries.ts";
import {
  HELPLINES_LIMIT,
  type HelplineFormValues,
  type HelplineInput,
  emptyHelplineForm,
  helplineFormSchema,
  toFormValues,
} from "#lib/helplines/schema.ts";
import { readHelplines, readHelplinesInDanger } from "#lib/helplines/told/queries.ts";
import type { Mail } from "#lib/notifications/mail.ts";
import { lookAt } from "#lib/stories/look-again.ts";
import { createUser } from "#lib/testing/accounts.ts";

const sent: Mail[] = [];
vi.mock("#lib/notifications/mail.ts", async (original) => ({
  ...(await original<object>()),
  sendMail: (mail: Mail) => Promise.resolve(void sent.push(mail)),
}));
// Outside of Next there is no cache to read from.
vi.mock("next/cache", () => ({ unstable_cache: (read: () => unknown) => read }));

const { prisma, pool } = database();
const seeded = await prisma.helpline.findMany({ omit: { warnings: true } });
const unknown = { ok: false, code: "not-found" };
const outOfDate = { ok: false, code: "out-of-date" };
const ok = { ok: true };

let admin: Viewer;
let other: Viewer;
let today: string;
beforeAll(async () => {
  admin = await createUser({ name: "Ada", role: "ADMIN" });
  other = await createUser({ name: "Grace", role: "ADMIN" });
});

beforeEach(async () => {
  ({ today } = await readDays());
  sent.length = 0;
  await prisma.helpline.deleteMany();
  await prisma.helpline.createMany({ data: seeded });
});

/** So many days before today, where the database is. */
const daysAgo = (days: number) =>
  new Date(Date.parse(today) - days * 24 * 60 * 60_000).toISOString().slice(0, 10);

const input = (values: Partial<HelplineFormValues> = {}): HelplineInput =>
  helplineFormSchema.parse({
    ...emptyHelplineForm,
    ...{ country: "PL", name: "Telefon zaufania", phone: "116 123", checkedOn: daysAgo(3) },
    ...{ url: "https://example.org", sourceUrl: "https://example.org/numbers" },
    ...values,
  });

async function added(values: Partial<HelplineFormValues> = {}): Promise<string> {
  const result = await addHelpline(admin, input(values));
  if (!result.ok) throw new Error(result.message);
  return result.value.id;
}

async function editable(id: string) {
  const found = await getHelplineForEditing(admin, id);
  if (!found) throw new Error("There is none.");
  return found;
}
const seen = async (id: string) => (await editable(id)).seen;
const all = () => prisma.helpline.findMany({ orderBy: { id: "asc" } });
const inCountry = async (country: string) =>
  (await readHelplines()).filter((each) => each.country === country).map(({ name }) => name);

test("an installation begins with helplines that an admin could have written, each with its source", async () => {
  const listed = (await listHelplines(admin)) ?? [];
  expect(listed).toHaveLength(11);
  expect(listed.filter(({ country }) => !country).map(({ name }) => name)).toEqual([
    "Find a Helpline",
  ]);
  for (const { id, country, checkedBy, checkedOn } of listed) {
    expect(checkedOn).toBe("2026-11-21");
    expect(checkedBy).toBeNull();
    const { values, seen: before } = await editable(id);
    const same = helplineFormSchema.parse(values);
    expect(await changeHelpline(admin, { id, seen: before, input: same })).toMatchObject(ok);
    if (country) expect(everyCountry().map(([code]) => code)).toContain(country);
  }
  expect(await readHelplines()).toContainEqual({
    ...{ country: "AU", name: "Lifeline", phone: "13 11 14", text: "0477 13 11 14" },
    url: "https://www.lifeline.org.au/",
    sourceUrl: "https://lifeinmind.org.au/news/lifelines-crisis-text-service-now-available-24-7",
    checkedOn: "2026-11-21",
  });
});

describe("who may", () => {
  test.each(["STORYTELLER", "EDITOR", "MODERATOR", null] as const)(
    "%s learns nothing and changes nothing",
    async (role) => {
      const viewer = role && (await createUser({ name: "Sam", role }));
      const id = await added({ checkedOn: "2020-01-01" });
      const which = { id, seen: await seen(id) };
      const before = await all();
      expect(await listHelplines(viewer)).toBeNull();
      expect(await countOldHelplines(viewer)).toBe(0);
      expect(await getHelplineForEditing(viewer, id)).toBeNull();
      expect(await addHelpline(viewer, input({ name: "Another" }))).toMatchObject(unknown);
      expect(await changeHelpline(viewer, { ...which, input: input() })).toMatchObject(unknown);
      expect(await checkHelpline(viewer, which)).toMatchObject(unknown);
      expect(await putHelplineFirst(viewer, id)).toMatchObject(unknown);
      expect(await removeHelpline(viewer, which)).toMatchObject(unknown);
      expect(await all()).toEqual(before);
    },
  );

  test.each(["nowhere", "", "a'; --", "\0", "__proto__", "a".repeat(100)])(
    "a helpline that there is not, %j, is told of in the same words",
    async (id) => {
      const before = await all();
      expect(await getHelplineForEditing(admin, id)).toBeNull();
      const [told, ...others] = [
        await changeHelpline(null, { id: "nz-1737", seen: "", input: input() }),
        await changeHelpline(admin, { id, seen: "", input: input() }),
        await checkHelpline(admin, { id, seen: "" }),
        await putHelplineFirst(admin, id),
        await removeHelpline(admin, { id, seen: "" }),
      ];
      for (const each of others) expect(each).toEqual(told);
      expect(await all()).toEqual(before);
    },
  );
});

describe("adding", () => {
  test("puts it after the others of its country, as checked by whoever adds it", async () => {
    const id = await added({ country: "NZ", warnings: ["stillbirth"], hours: "Day and night" });
    expect(await inCountry("NZ")).toEqual(["1737, need to talk?", "Telefon zaufania"]);
    expect(await editable(id)).toMatchObject({
      ...{ country: "NZ", checkedBy: "Ada", checkedOn: daysAgo(3), old: false },
      values: toFormValues(
        input({ country: "NZ", warnings: ["stillbirth"], hours: "Day and night" }),
      ),
    });
  });

  test.each<[Partial<HelplineFormValues>, string, string]>([
    [{ country: "IE", name: "SAMARITANS" }, "name", "already"],
    [{ country: "ZZ", name: "find a  helpline" }, "name", "already"],
    [{ country: "QX" }, "country", "from the list"],
    [{ country: "EU" }, "country", "from the list"],
    [{ country: "GB", phone: "0808 808 00000" }, "phone", "as many digits"],
    [{ country: "US", text: "800-662-435" }, "text", "as many digits"],
    [{ country: "ZZ", phone: "0800 111 0 111" }, "phone", "begin with +"],
    [{ country: "ZZ", text: "988" }, "text", "begin with +"],
  ])("%j says what is wrong, and adds nothing", async (values, field, sentence) => {
    const before = await all();
    expect(await addHelpline(admin, input(values))).toMatchObject({
      ok: false,
      code: "invalid",
      fieldErrors: { [field]: [expect.stringContaining(sentence)] },
    });
    expect(await all()).toEqual(before);
  });

  test.each<Partial<HelplineFormValues>>([
    { country: "GB", phone: "0808 808 0000" },
    { country: "US", text: "741741", textWord: "HOME" },
    { country: "BR", phone: "188" },
    { country: "ZZ", phone: "+49 800 1110111" },
    { country: "ZZ", name: "Samaritans", phone: "" },
  ])("%j is a helpline", async (values) => {
    expect(await addHelpline(admin, input(values))).toMatchObject(ok);
  });

  test("checked on a day that has not come yet, it is not; where it is tomorrow already, it is", async () => {
    expect(await addHelpline(admin, input({ checkedOn: daysAgo(-2) }))).toMatchObject({
      fieldErrors: { checkedOn: ["This day has not come yet."] },
    });
    expect(await addHelpline(admin, input({ checkedOn: daysAgo(-1) }))).toMatchObject(ok);
  });

  test("of two with one name at once, one is refused", async () => {
    const results = await Promise.all([
      addHelpline(admin, input()),
      addHelpline(other, input({ name: "TELEFON  zaufania" })),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await inCountry("PL")).toHaveLength(1);
  });

  test("ends where devices would have too much to fetch", async () => {
    const rows = Array.from({ length: HELPLINES_LIMIT - seeded.length }, (_, at) => ({
      ...{ name: `Number ${at}`, country: "PL", position: at + 1, warnings: [] },
      ...{ url: "https://example.org", sourceUrl: "https://example.org" },
      checkedOn: new Date(today),
    }));
    await prisma.helpline.createMany({ data: rows });
    expect(await addHelpline(admin, input())).toMatchObject({ ok: false, code: "invalid" });
    expect(await prisma.helpline.count()).toBe(HELPLINES_LIMIT);
  });
});

describe("changing", () => {
  test.each<Partial<HelplineFormValues>>([
    { name: "Theirs" },
    { phone: "800 70 2222" },
    { warnings: ["suicide"] },
    { country: "CZ" },
    { checkedOn: "2026-01-01" },
  ])("what someone else changed since, %j, is not lost", async (theirs) => {
    const id = await added();
    const before = await seen(id);
    expect(await changeHelpline(other, { id, seen: before, input: input(theirs) })).toMatchObject(
      ok,
    );
    const kept = await all();
    const mine = { id, input: input({ name: "Mine" }) };
    expect(await changeHelpline(admin, { ...mine, seen: before })).toMatchObject({
      ...outOfDate,
      message: expect.stringContaining("save it again") as string,
    });
    expect(await removeHelpline(admin, { id, seen: before })).toMatchObject(outOfDate);
    expect(await all()).toEqual(kept);
    // As the form is sent again, having seen that.
    expect(await changeHelpline(admin, { ...mine, seen: await seen(id) })).toMatchObject(ok);
    expect((await editable(id)).values).toMatchObject({ name: "Mine", country: "PL" });
  });

  test("of two at once, one is told of the other", async () => {
    const id = await added();
    const before = await seen(id);
    const results = await Promise.all(
      [admin, other].map((viewer, at) =>
        changeHelpline(viewer, { id, seen: before, input: input({ name: `Number ${at}` }) }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject(outOfDate);
    expect((await editable(id)).name).toBe(results[0]?.ok ? "Number 0" : "Number 1");
  });

  test("removed and changed at once, it is one of the two, and neither is told it was both", async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await added({ name: `Round ${round}` });
      const before = await seen(id);
      const [changed, removed] = await Promise.all([
        changeHelpline(admin, { id, seen: before, input: input({ name: `Changed ${round}` }) }),
        removeHelpline(other, { id, seen: before }),
      ]);
      expect([changed.ok, removed.ok].filter(Boolean)).toHaveLength(1);
      expect(await prisma.helpline.count({ where: { id } })).toBe(changed.ok ? 1 : 0);
      if (!changed.ok) expect(changed).toMatchObject(unknown);
      if (!removed.ok) expect(removed).toMatchObject(outOfDate);
    }
  });

  test("to another country, it stands at the end there", async () => {
    const id = await added();
    await changeHelpline(admin, { id, seen: await seen(id), input: input({ country: "IE" }) });
    expect(await inCountry("IE")).toEqual(["Samaritans", "Telefon zaufania"]);
  });

  test("says who checked it only when it says when", async () => {
    const id = await added();
    const words = { id, input: input({ hours: "Day and night" }) };
    await changeHelpline(other, { ...words, seen: await seen(id) });
    expect((await editable(id)).checkedBy).toBe("Ada");
    const day = { id, input: input({ checkedOn: daysAgo(1) }) };
    await changeHelpline(other, { ...day, seen: await seen(id) });
    expect(await editable(id)).toMatchObject({ checkedBy: "Grace", checkedOn: daysAgo(1) });
  });
});

describe("the order in a country", () => {
  test("is what admins make of it, one press at a time, whoever presses at once", async () => {
    const [one, two] = [await added({ name: "One" }), await added({ name: "Two" })];
    await added({ name: "Three" });
    expect(await putHelplineFirst(admin, two)).toMatchObject(ok);
    expect(await inCountry("PL")).toEqual(["Two", "One", "Three"]);
    expect(await putHelplineFirst(admin, two)).toMatchObject(ok);
    expect(await inCountry("PL")).toEqual(["Two", "One", "Three"]);
    await Promise.all([one, two, one].map((id) => putHelplineFirst(admin, id)));
    const rows = await prisma.helpline.findMany({ where: { country: "PL" } });
    expect(rows.map(({ position }) => position).sort()).toEqual([1, 2, 3]);
    // What others see of the words is the same.
    const seenBefore = await seen(one);
    await putHelplineFirst(admin, one);
    expect(await seen(one)).toBe(seenBefore);
  });
});

describe("asking about what is old", () => {
  async function checkedAgo(days: number) {
    const id = await added({ checkedOn: daysAgo(days) });
    await prisma.helpline.updateMany({
      where: { id: { not: id } },
      data: { checkedOn: new Date(today) },
    });
    return id;
  }

  test.each([
    [OLD_AFTER_DAYS, false],
    [OLD_AFTER_DAYS + 1, true],
  ])("checked %i days ago: %s", async (days, old) => {
    const id = await checkedAgo(days);
    expect((await editable(id)).old).toBe(old);
    expect((await listHelplines(admin))?.filter((each) => each.old)).toHaveLength(old ? 1 : 0);
    expect(await countOldHelplines(admin)).toBe(old ? 1 : 0);
    // Readers have it all the same.
    expect(await inCountry("PL")).toHaveLength(1);
  });

  test("ends with one press, which says who and when", async () => {
    const id = await checkedAgo(500);
    const which = { id, seen: await seen(id) };
    expect(await checkHelpline(other, which)).toMatchObject(ok);
    expect(await editable(id)).toMatchObject({ checkedOn: today, checkedBy: "Grace", old: false });
    // Pressed again, and by another who had the page open, nothing is wrong and nobody else did it.
    expect(await checkHelpline(admin, which)).toMatchObject(ok);
    expect((await editable(id)).checkedBy).toBe("Grace");
  });

  test("does not end by a press of someone who saw another number", async () => {
    const id = await checkedAgo(500);
    const which = { id, seen: await seen(id) };
    const theirs = input({ phone: "800 70 2222", checkedOn: daysAgo(500) });
    await changeHelpline(other, { ...which, input: theirs });
    expect(await checkHelpline(admin, which)).toMatchObject(outOfDate);
    expect((await editable(id)).old).toBe(true);
  });

  const mailJobs = async () =>
    (
      await pool.query<{ payload: { userId: string; month: string } }>(
        `SELECT p.payload FROM graphile_worker._private_jobs p
         JOIN graphile_worker.jobs j USING (id) WHERE j.task_identifier = 'helpline-mail'`,
      )
    ).rows.map(({ payload }) => payload);

  test("every admin is written to, once a month, and nobody else", async () => {
    const person = (name: string, role: Role) =>
      prisma.user.create({ data: { name, role, email: `${name.toLowerCase()}@example.org` } });
    const [one, two] = [await person("Mary", "ADMIN"), await person("Rosalind", "ADMIN")];
    const former = await person("Edith", "ADMIN");
    await person("Ines", "MODERATOR");
    const id = await checkedAgo(500);
    // Two processes, or one that is tried again.
    await Promise.all([nagAboutHelplines(), nagAboutHelplines()]);
    const jobs = await mailJobs();
    expect(jobs.map(({ userId }) => userId).sort()).toEqual([one.id, two.id, former.id].sort());
    await prisma.user.update({ where: { id: former.id }, data: { role: "STORYTELLER" } });
    for (const job of jobs) await sendHelplineMail(job);
    expect(sent.map(({ to }) => to).sort()).toEqual([one.email, two.email]);
    expect(sent[0]?.subject).toBe("1 helpline was last checked over a year ago");
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(2);
    expect(JSON.stringify(sent)).not.toContain("116 123");
    // Looked at meanwhile, there is nothing to write about.
    sent.length = 0;
    await checkHelpline(admin, { id, seen: await seen(id) });
    for (const job of jobs) await sendHelplineMail(job);
    expect(sent).toEqual([]);
  });
});

describe("what readers are given", () => {
  const answer = async (headers: Record<string, string> = {}) => {
    const response = await GET(new Request("http://localhost/api/helplines", { headers }));
    return { response, etag: response.headers.get("etag") ?? "" };
  };

  test("is all of it for any device, and the same for everyone until it changes", async () => {
    await added({ text: "85258", textWord: "HEJ", warnings: ["suicide"] });
    const { response, etag } = await answer();
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("cache-control")).toContain("s-maxage=2");
    const helplines = (await response.json()) as Helpline[];
    expect(helplines).toHaveLength(12);
    expect(helplines).toContainEqual({
      ...{ country: "PL", name: "Telefon zaufania", phone: "116 123", url: "https://example.org/" },
      ...{ text: "85258", textWord: "HEJ", warnings: ["suicide"] },
    });
    // Where it is from, who checked it and what has no word in it stay here.
    expect(JSON.stringify(helplines)).not.toMatch(/checked|source|null|Ada|position/);
    expect((await answer({ "if-none-match": etag })).response.status).toBe(304);
    await added({ name: "Another" });
    expect((await answer({ "if-none-match": etag })).response.status).toBe(200);
  });

  test("for someone in danger is at hand by country, with those for everywhere", async () => {
    await added({ country: "NZ", name: "Eating", warnings: ["eating-disorder"] });
    await added({ country: "NZ", name: "Danger", warnings: ["suicide"] });
    const names = async (country: string | null) =>
      (await readHelplinesInDanger(country)).map(({ name }) => name);
    expect(await names("NZ")).toEqual(["Danger", "1737, need to talk?", "Find a Helpline"]);
    expect(await names("PL")).toEqual(["Find a Helpline"]);
    expect(await names(null)).toEqual(["Find a Helpline"]);
  });

  test("is nothing, when the last one is removed, and nothing breaks", async () => {
    for (const { id } of seeded) await removeHelpline(admin, { id, seen: await seen(id) });
    expect(await all()).toEqual([]);
    expect(await readHelplines()).toEqual([]);
    expect(await readHelplinesInDanger("GB")).toEqual([]);
    expect(await listHelplines(admin)).toEqual([]);
    expect(await countOldHelplines(admin)).toBe(0);
    expect(await (await answer()).response.json()).toEqual([]);
    await nagAboutHelplines();
    expect(await added()).not.toBe("");
  });

  test("a story may name, and any other number may it not", async () => {
    const text = "I rang 0808 808 0000 that night, and then 0808 808 0001.";
    const named = async () => {
      const { refused } = await lookAt(text, "GB");
      return refused.map(({ start, end }) => text.slice(start, end));
    };
    expect(await named()).toEqual(["0808 808 0000", "0808 808 0001"]);
    await added({ country: "GB", phone: "0808 808 0000" });
    expect(await named()).toEqual(["0808 808 0001"]);
  });
});

describe("the table refuses what no form sends", () => {
  const row = {
    ...{ name: "A", url: "https://example.org", sourceUrl: "https://example.org" },
    ...{ position: 9, checkedOn: new Date("2026-01-01") },
  };
  test.each([
    { country: "gb" },
    { country: "GBR" },
    { name: "" },
    { name: "a".repeat(81) },
    { phone: "javascript:1" },
    { phone: "9" },
    { phone: "1234567890123456" },
    { text: "988;ext=1" },
    { textWord: "HOME" },
    { url: "http://example.org" },
    { chatUrl: "javascript:alert(1)" },
    { sourceUrl: "https://example.org/a b" },
    { sourceUrl: `https://example.org/${"a".repeat(500)}` },
    { checkedOn: new Date("1999-12-31") },
    { position: 0 },
    { country: "NZ", name: "1737, need to talk?" },
    { warnings: Array<string>(61).fill("suicide") },
  ])("%j", async (wrong) => {
    await expect(prisma.helpline.create({ data: { ...row, ...wrong } })).rejects.toThrow();
  });

  test("and takes the same without it", async () => {
    await expect(prisma.helpline.create({ data: row })).resolves.toBeTruthy();
  });
});
