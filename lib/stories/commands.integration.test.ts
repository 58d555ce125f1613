import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#lib/db.ts";
import { submitStory } from "#lib/stories/commands.ts";
import { lengthCases } from "#lib/stories/length.cases.ts";
import { hintMark } from "#lib/stories/marks.ts";
import { lookAt } from "#lib/stories/look-again.ts";
import { privateLinkHash } from "#lib/stories/private-link.ts";
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
    timeZone: "Etc/UTC",
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
    country: null,
    ...over,
  });
}

async function tokenOf(sent: Awaited<ReturnType<typeof send>>): Promise<string> {
  if (!sent.ok) throw new Error(sent.message);
  return sent.value.way;
}

/** The story of a private link, with its latest words. */
async function storyOf(token: string) {
  const hash = privateLinkHash(token) ?? new Uint8Array();
  return database().prisma.story.findUniqueOrThrow({
    where: { privateLinkHash: hash },
    include: {
      latestRevision: { include: { theme: true } },
      warnings: true,
      consents: true,
      contact: true,
    },
  });
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
    const own = await storyOf(token);
    expect(own).toMatchObject({
      status: "PENDING",
      waitingSince: own.submittedAt,
      latestRevision: {
        text: "First line\nsecond 👩🏽‍⚕️",
        weight: 20,
        bylineName: "Amal",
        bylineRole: "midwife",
        theme: { slug: "small-wins" },
      },
      warnings: [{ warning: "stillbirth", intensity: "DESCRIBED" }],
    });
    const rows = await database().pool.query(
      `SELECT to_jsonb(s)::text AS row FROM "Story" s WHERE id = $1`,
      [own.id],
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

describe("what the words could tell", () => {
  test("a telephone number is refused at its field, whatever was seen", async () => {
    const text = "Call me on 020 7946 0123 if you knew her.";
    const input = fill({ text, seen: ["phone 020 7946 0123"] });
    expect(await send({ input, country: "GB" })).toMatchObject({
      ok: false,
      code: "invalid",
      fieldErrors: { text: [expect.stringContaining("telephone number")] },
    });
  });

  test("a date is asked about once, and kept with the revision for the moderator", async () => {
    const text = "On 4 May 2018 she walked again.";
    const key = newSubmissionKey();
    const first = await send({ input: fill({ text }), key });
    expect(first).toMatchObject({ ok: false, code: "look-again" });
    const input = fill({ text, seen: ["date 4 May 2018"] });
    const own = await storyOf(await tokenOf(await send({ input, key })));
    expect(own.latestRevision?.hints).toEqual([{ kind: "date", start: 3, end: 13 }]);
  });

  test("what is asked about is not counted against the limit", async () => {
    const address = anAddress();
    const limit = Number(process.env.SUBMISSIONS_PER_HOUR ?? 20);
    const asking = fill({ text: "On 4 May 2018 she walked again." });
    for (let count = 0; count <= limit; count++) await send({ input: asking, address });
    expect(await send({ address })).toMatchObject({ ok: true });
  });

  test("without scripts, content warnings are suggested once", async () => {
    const text = "The miscarriage came before the cradle was painted.";
    const silent = fill({ text, timeZone: "" });
    expect(await send({ input: silent })).toMatchObject({ ok: false, code: "look-again" });
    const seen = fill({ text, timeZone: "", seen: ["warning miscarriage"] });
    expect(await send({ input: seen })).toMatchObject({ ok: true });
    const chosen = fill({ text, timeZone: "", warnings: ["miscarriage"] });
    expect(await send({ input: chosen })).toMatchObject({ ok: true });
    expect(await send({ input: fill({ text }) })).toMatchObject({ ok: true });
  });

  test("a present wish to die puts a care mark on the story, and stops nothing", async () => {
    const input = fill({ text: "I don’t want to be here any more. I want to die." });
    const own = await storyOf(await tokenOf(await send({ input })));
    expect(own.careMark).toBe(true);
  });
});

describe("consents and contact", () => {
  test("each use is kept by itself, anonymous where there is no name", async () => {
    const consents = { consentRoundUp: "BYLINE", consentPrint: "ANONYMOUS" } as const;
    const named = await storyOf(
      await tokenOf(await send({ input: fill({ ...consents, bylineName: "Amal" }) })),
    );
    const uses = named.consents
      .map(({ use, anonymous }) => ({ use, anonymous }))
      .sort((a, b) => (a.use < b.use ? -1 : 1));
    expect(uses).toEqual([
      { use: "PRINT", anonymous: true },
      { use: "ROUND_UP", anonymous: false },
      { use: "SITE", anonymous: false },
    ]);
    const unnamed = await storyOf(await tokenOf(await send({ input: fill(consents) })));
    expect(unnamed.consents.find(({ use }) => use === "ROUND_UP")?.anonymous).toBe(true);
  });

  test("an address is kept only when one is given, in lower case", async () => {
    expect((await storyOf(await tokenOf(await send()))).contact).toBeNull();
    const input = fill({ email: "Noor@Example.org", editorsMayWrite: true });
    expect((await storyOf(await tokenOf(await send({ input })))).contact).toMatchObject({
      email: "noor@example.org",
      editorsMayWrite: true,
    });
  });

  test("nobody's mail is flooded with receipts, and no story is refused for it", async () => {
    const receipts = async () => {
      const { rows } = await database().pool.query<{ count: number }>(
        "SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier = 'story-mail'",
      );
      return rows[0]?.count ?? 0;
    };
    const before = await receipts();
    const input = fill({ email: "victim@example.org" });
    for (let count = 0; count < 8; count++) {
      expect(await send({ input, address: `2001:db8:6:${count}::1` })).toMatchObject({ ok: true });
    }
    expect(await receipts()).toBe(before + 6);
  });

  test("what can't be published stands beside the words no more than in them", async () => {
    for (const field of ["bylineName", "bylineRole"] as const) {
      const input = fill({ bylineName: "Noor", [field]: "Ring 020 7946 0123" });
      expect(await send({ input, country: "GB" })).toMatchObject({
        ok: false,
        fieldErrors: { [field]: [expect.stringContaining("telephone number")] },
      });
    }
    const picture = { pictureId: "a".repeat(24), pictureAlt: "Her door, noor@example.org" };
    expect(await send({ input: fill(picture) })).toMatchObject({
      ok: false,
      fieldErrors: { pictureAlt: [expect.stringContaining("e-mail address")] },
    });
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
      const words = await lookAt(text, null);
      // Some have an address in them, which no story may.
      if (words.refused.length > 0) continue;
      const seen = words.hints.map((hint) => hintMark(text, hint));
      const own = await storyOf(await tokenOf(await send({ input: fill({ text, seen }) })));
      const { text: stored, weight: kept } = own.latestRevision ?? {};
      expect({ name, text: stored, weight: kept }).toEqual({ name, text, weight });
    }
  });
});

describe("the database itself refuses", () => {
  const change = async (sql: string) => {
    const token = await tokenOf(await send());
    const own = await storyOf(token);
    return database().pool.query(sql, [own.id]);
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
