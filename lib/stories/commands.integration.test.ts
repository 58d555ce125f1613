import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#lib/db.ts";
import { submitStory, withdrawStory } from "#lib/stories/commands.ts";
import { lengthCases } from "#lib/stories/length.cases.ts";
import { getOwnStory } from "#lib/stories/queries.ts";
import { type StoryFormValues, emptyStoryForm, storyFormSchema } from "#lib/stories/schema.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";
import { normaliseText, textProblem } from "#lib/stories/text.ts";
import { createCall } from "#lib/testing/calls.ts";

let callSlug: string;
beforeEach(async () => {
  callSlug = await createCall();
});

const fill = (values: Partial<StoryFormValues> = {}) =>
  storyFormSchema.parse({
    ...emptyStoryForm,
    text: "She hummed the whole way down the corridor.",
    subject: "MYSELF",
    consent: true,
    ...values,
  });

let addresses = 0;
const anAddress = () => `192.0.2.${++addresses}`;

function send(over: Partial<Parameters<typeof submitStory>[1]> = {}) {
  return submitStory(null, {
    input: fill(),
    key: newSubmissionKey(),
    callSlug,
    address: anAddress(),
    ...over,
  });
}

async function tokenOf(sent: Awaited<ReturnType<typeof send>>): Promise<string> {
  if (!sent.ok) throw new Error(sent.message);
  return sent.value.token;
}

describe("sending", () => {
  test("keeps everything that was said, under a link whose token is not stored", async () => {
    const input = fill({
      text: "First line\r\nsecond 👩🏽‍⚕️",
      warnings: ["stillbirth"],
      intensities: { stillbirth: "DESCRIBED" },
      bylineName: " Amal ",
      bylineRole: "midwife",
      subject: "SOMEONE_ELSE",
      subjectConsent: "DETAILS_CHANGED",
      theme: "small-wins",
    });
    const token = await tokenOf(await send({ input }));
    const own = await getOwnStory(token);
    expect(own).toMatchObject({
      status: "PENDING",
      text: "First line\nsecond 👩🏽‍⚕️",
      weight: 20,
      bylineName: "Amal",
      bylineRole: "midwife",
      theme: { slug: "small-wins" },
      warnings: [{ warning: "stillbirth", intensity: "DESCRIBED" }],
    });
    const rows = await database().pool.query(
      `SELECT to_jsonb(s)::text AS row FROM "Story" s WHERE id = $1`,
      [own?.id],
    );
    expect(rows.rows[0].row).not.toContain(token);
  });

  test("ten times at once makes one story and one link", async () => {
    const key = newSubmissionKey();
    const address = anAddress();
    const sent = await Promise.all(Array.from({ length: 10 }, () => send({ key, address })));
    const tokens = await Promise.all(sent.map(tokenOf));
    expect(new Set(tokens).size).toBe(1);
    expect(await database().prisma.story.count({ where: { call: { slug: callSlug } } })).toBe(1);
  });

  test("other words under a used key are kept from being lost", async () => {
    const key = newSubmissionKey();
    await send({ key });
    const again = await send({ key, input: fill({ text: "Another evening, another corridor." }) });
    expect(again).toMatchObject({ ok: false, code: "already-sent" });
  });

  test("to a call that has closed is refused", async () => {
    await database().prisma.call.update({
      where: { slug: callSlug },
      data: { closesAt: new Date(Date.now() - 1000) },
    });
    expect(await send()).toMatchObject({ ok: false, code: "closed" });
  });

  test("a theme of another call is refused at its field", async () => {
    const slug = await createCall();
    await database().prisma.theme.create({
      data: { slug: "elsewhere", title: "Elsewhere", position: 1, call: { connect: { slug } } },
    });
    const input = fill({ theme: "elsewhere" });
    expect(await send({ input, callSlug: slug })).toMatchObject({ ok: true });
    expect(await send({ input })).toMatchObject({
      ok: false,
      fieldErrors: { theme: [expect.any(String)] },
    });
  });

  test("is limited by address, and a form that was taken is not counted again", async () => {
    const address = anAddress();
    const key = newSubmissionKey();
    await tokenOf(await send({ address, key }));
    const limit = Number(process.env.SUBMISSIONS_PER_HOUR ?? 20);
    for (let count = 1; count < limit; count++) await tokenOf(await send({ address }));
    expect(await send({ address })).toMatchObject({ ok: false, code: "rate-limited" });
    expect(await send({ address: anAddress() })).toMatchObject({ ok: true });
    expect(await send({ address, key })).toMatchObject({ ok: true });
  });
});

describe("what the database holds of a length", () => {
  const cases = lengthCases.filter(
    ({ text, weight }) => weight > 0 && normaliseText(text) === text && textProblem(text) === null,
  );

  test("every case of the table is stored with its weight, and none over 280 gets here", async () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    for (const { name, text, weight } of cases) {
      expect(weight, name).toBeLessThanOrEqual(280);
      const own = await getOwnStory(await tokenOf(await send({ input: fill({ text }) })));
      expect({ name, text: own?.text, weight: own?.weight }).toEqual({ name, text, weight });
    }
  });
});

describe("withdrawing", () => {
  test("erases words, byline and warnings, and keeps that there was a story", async () => {
    const input = fill({
      bylineName: "Amal",
      warnings: ["death"],
      intensities: { death: "GRAPHIC" },
    });
    const token = await tokenOf(await send({ input }));
    const first = await withdrawStory(token);
    expect(first).toMatchObject({ ok: true });
    expect(await withdrawStory(token)).toEqual(first);
    expect(await getOwnStory(token)).toMatchObject({
      status: "WITHDRAWN",
      text: "",
      bylineName: null,
      warnings: [],
    });
    const everything = await database().pool.query(
      `SELECT to_jsonb(r)::text AS row FROM "Revision" r JOIN "Story" s ON s.id = r."storyId" JOIN "Call" c ON c.id = s."callId" WHERE c.slug = $1`,
      [callSlug],
    );
    expect(everything.rows.map(({ row }) => row).join()).not.toMatch(/hummed|Amal/);
  });

  test("an unknown link and one that can't be a link are answered alike", async () => {
    expect(await withdrawStory("a".repeat(32))).toEqual(await withdrawStory("nonsense"));
  });
});

describe("the database itself refuses", () => {
  const change = async (sql: string) => {
    const token = await tokenOf(await send());
    const own = await getOwnStory(token);
    return database().pool.query(sql, [own?.id]);
  };

  test.each([
    ["a revision that is changed", `UPDATE "Revision" SET text = 'other' WHERE "storyId" = $1`],
    [
      "a weight over 280",
      `INSERT INTO "Revision" (id, "storyId", number, text, weight, subject) VALUES ('x', $1, 2, 'x', 281, 'MYSELF')`,
    ],
    ["a published story without words", `UPDATE "Story" SET status = 'PUBLISHED' WHERE id = $1`],
    ["a real story declared a demo", `UPDATE "Story" SET demo = true WHERE id = $1`],
    [
      "a story without consent",
      `WITH c AS (DELETE FROM "Consent" WHERE "storyId" = $1) UPDATE "Story" SET "submittedAt" = now() WHERE id = $1`,
    ],
    [
      "a story whose latest revision is gone",
      `UPDATE "Story" SET "latestRevisionId" = NULL WHERE id = $1`,
    ],
  ])("%s", async (_what, sql) => {
    await expect(change(sql)).rejects.toMatchObject({ code: "23514" });
  });
});
