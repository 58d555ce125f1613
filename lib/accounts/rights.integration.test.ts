import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  type ActName,
  type Otherwise,
  type Person,
  acts,
  isFor,
  people,
} from "#lib/accounts/rights-catalogue.ts";
import { may, rights } from "#lib/accounts/rights.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { Role } from "#lib/generated/prisma/enums.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { type Acting, type TestedAct, testedActs } from "#lib/testing/rights-acts.ts";
import { tellStory } from "#lib/testing/told-stories.ts";
import { createCall } from "#lib/testing/calls.ts";

vi.mock("#lib/notifications/mail.ts", async (original) => ({
  ...(await original<object>()),
  sendMail: () => Promise.resolve(),
}));

const { prisma, pool } = database();

const everyone = Object.keys(people) as Person[];
const names = Object.keys(acts) as ActName[];
const namesFor = (isMeant: (who: (typeof acts)[ActName]["who"]) => boolean) =>
  names.filter((name) => isMeant(acts[name].who));

const refusals: Record<Otherwise, unknown> = {
  "not-found": { ok: false, code: "not-found", message: expect.any(String) as string },
  null: null,
  false: false,
  "0": 0,
  "an empty list": [],
  "“theirs”": "theirs",
  "–": undefined,
};

const otherwiseOf = (name: ActName) => {
  const act: (typeof acts)[ActName] & { otherwise?: Otherwise } = acts[name];
  return act.otherwise === undefined ? null : refusals[act.otherwise];
};

// Someone is left to be an admin, and to read what others would rather not.
beforeAll(() => createUser({ name: "Ines", role: "ADMIN" }));

async function someone(role: Role): Promise<Viewer> {
  const user = await createUser({ name: "Noor", role });
  await prisma.user.update({ where: { id: user.id }, data: { avoids: ["death"] } });
  return user;
}

/** Who comes, and whose the rows are: theirs, or of somebody who isn't there. */
async function coming(person: Person) {
  const role = people[person];
  const owner = await someone(role ?? "STORYTELLER");
  return { viewer: role ? owner : null, owner };
}

let stateQuery: Promise<string> | undefined;

async function writeStateQuery(): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_name <> 'RateLimit'
       AND table_schema IN ('public', 'graphile_worker')`,
  );
  return tables
    .map(({ name }) => `SELECT '${name}', count(*), max(xmin::text::bigint) FROM ${name}`)
    .join(" UNION ALL ");
}

/**
 * Of every table how many rows it has, and the transaction that wrote the latest of them: whatever
 * is written or deleted shows. Not the counts of limits: whoever is refused may have been counted.
 */
async function everything(): Promise<string> {
  const { rows } = await pool.query(await (stateQuery ??= writeStateQuery()));
  return JSON.stringify(rows);
}

const there = { id: (real: string) => real, way: ({ token }: { token: string }) => token };
const nowhere = { id: (_: string, unknown: string) => unknown, way: () => "a".repeat(32) };

type How = Omit<Acting, "claimed"> & { claimed?: boolean };

async function done(prepare: TestedAct["ways"][number], how: How) {
  const act = await prepare({ claimed: false, ...how });
  const before = await everything();
  const answer = await act();
  return { answer, changed: (await everything()) !== before };
}

type Done = Awaited<ReturnType<typeof done>>;

function expectDone(name: ActName, { answer, changed }: Done, who: string) {
  // What answers nothing to anybody is told by what it does.
  if (answer !== undefined) expect.soft(answer, who).not.toEqual(otherwiseOf(name));
  if (answer !== null && typeof answer === "object" && "ok" in answer) {
    expect.soft(answer, who).toMatchObject({ ok: true });
  }
  // A command does something; a query nothing.
  expect.soft(changed, who).toBe(/commands\.ts /.test(name));
}

function expectRefused(name: ActName, { answer, changed }: Done, who: string) {
  expect.soft(answer, who).toEqual(otherwiseOf(name));
  expect.soft(changed, who).toBe(false);
}

describe("everyone may", () => {
  test.each(namesFor((who) => who === "everyone"))("%s", async (name) => {
    for (const prepare of testedActs[name].ways) {
      for (const person of everyone) {
        expectDone(name, await done(prepare, { ...there, ...(await coming(person)) }), person);
      }
    }
  });
});

describe("some may; to others it is as if there were no such thing, and nothing is changed", () => {
  const limited = namesFor((who) => who === "account" || who in rights);

  test.each(limited)("%s", async (name) => {
    const { who } = acts[name];
    const { ways, aboutOne } = testedActs[name];
    for (const prepare of ways) {
      const unknown = await done(prepare, { ...nowhere, ...(await coming("admin")) });
      if (aboutOne) expectRefused(name, unknown, "of what there is not");
      for (const person of everyone) {
        const tried = await done(prepare, { ...there, ...(await coming(person)) });
        if (isFor(who, person)) expectDone(name, tried, person);
        else {
          expectRefused(name, tried, person);
          if (aboutOne) expect.soft(tried.answer, person).toEqual(unknown.answer);
        }
      }
    }
  });
});

describe("a story is its storyteller’s, and no role makes it anybody else’s", () => {
  test.each(namesFor((who) => who === "own" || who === "mailed"))("%s", async (name) => {
    for (const prepare of testedActs[name].ways) {
      const owner = await someone("STORYTELLER");
      const { answer } = await done(prepare, { ...nowhere, viewer: null, owner });
      for (const person of everyone) {
        const { viewer } = await coming(person);
        const withLink = await done(prepare, { ...there, viewer, owner });
        expectDone(name, withLink, `${person}, with the link`);
        const without = await done(prepare, { ...nowhere, viewer, owner });
        expectRefused(name, without, `${person}, without the link`);
        expect.soft(without.answer, person).toEqual(answer);
      }
    }
  });

  test.each(namesFor((who) => who === "own"))("by its id, %s", async (name) => {
    const byId = { ...there, way: ({ id }: { id: string }) => id, claimed: true };
    for (const prepare of testedActs[name].ways) {
      const another = await someone("STORYTELLER");
      const { answer } = await done(prepare, { ...nowhere, viewer: null, owner: another });
      for (const person of everyone) {
        const { viewer, owner } = await coming(person);
        const theirs = await done(prepare, { ...byId, viewer, owner });
        if (viewer) expectDone(name, theirs, `${person}, of their own`);
        else expectRefused(name, theirs, person);
        const others = await done(prepare, { ...byId, viewer, owner: another });
        expectRefused(name, others, `${person}, of another’s`);
        expect.soft(others.answer, person).toEqual(answer);
      }
    }
  });
});

test("the database lets go of the claims of whoever may not moderate any more, as the table says", async () => {
  const callId = (await prisma.call.findUniqueOrThrow({ where: { slug: await createCall() } })).id;
  for (const role of Object.values(Role)) {
    const before = role === "MODERATOR" ? "ADMIN" : "MODERATOR";
    const { id: moderatorId } = await someone(before);
    const { id: storyId } = await tellStory({ callId });
    const expiresAt = new Date(Date.now() + 60_000);
    await prisma.claim.create({ data: { storyId, moderatorId, expiresAt } });
    await prisma.user.update({ where: { id: moderatorId }, data: { role } });
    const kept = (await prisma.claim.count({ where: { storyId } })) > 0;
    expect(kept, role).toBe(may({ role }, "moderate"));
  }
});
