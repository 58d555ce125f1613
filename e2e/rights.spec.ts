import { aWord } from "#lib/testing/words.ts";
import {
  type Person,
  type Route,
  handlers,
  isFor,
  pages,
  people,
} from "../lib/accounts/rights-catalogue.ts";
import { photoJpeg } from "../lib/testing/pictures.ts";
import { createAccount, retire } from "./fixtures/accounts.ts";
import { query } from "./fixtures/database.ts";
import { mailsTo } from "./fixtures/mail.ts";
import { openForm } from "./fixtures/posting.ts";
import { someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

const everyone = Object.keys(people) as Person[];

/** By method and address; a page is asked for with GET. */
const routes: [string, Route][] = [
  ...Object.entries(pages).map(([address, route]): [string, Route] => [`GET ${address}`, route]),
  ...Object.entries(handlers),
];

/** Where it turned out that another site may frame what is answered. */
const framable = new Set<string>();

type Visitor = { person: Person; headers: Record<string, string>; unknown: Buffer };

/**
 * Asks as a script on an open page would, so that opening the desk claims nothing. Tells the status,
 * or where it leads, or that the answer is that of every unknown address.
 */
async function ask({ headers, unknown }: Omit<Visitor, "person">, method: string, url: string) {
  const answer = await fetch(url, { method, headers, redirect: "manual" });
  const policy = answer.headers.get("content-security-policy") ?? "";
  const refuses = answer.headers.get("x-frame-options") === "DENY";
  if (!refuses || policy.includes("frame-ancestors *")) framable.add(new URL(url).pathname);
  if (answer.headers.get("content-type")?.startsWith("text/event-stream")) {
    await answer.body?.cancel();
    return String(answer.status);
  }
  const body = Buffer.from(await answer.arrayBuffer());
  if (answer.status === 404) return body.equals(unknown) ? "unknown" : "404";
  if (answer.status !== 307) return String(answer.status);
  const to = new URL(answer.headers.get("location") ?? "", url);
  return to.pathname === "/sign-in" ? `sign in for ${to.searchParams.get("next")}` : to.pathname;
}

function expected({ who, answers, asksToSignIn, sends }: Route, person: Person, path: string) {
  if (sends?.[person]) return sends[person];
  if (asksToSignIn && person === "signed out") return `sign in for ${path}`;
  return isFor(who, person) ? String(answers ?? 200) : "unknown";
}

test("every address answers everyone as the table of rights says", async ({ request, baseURL }) => {
  const origin = baseURL ?? "";
  // A published story with a picture and a private link, in a storyteller's account.
  const [hashtag, email] = [aWord(), `${aWord()}@example.org`];
  const text = someWords(`Nobody sang. #${hashtag}`);
  const picture = { name: "ward.jpg", mimeType: "image/jpeg", buffer: await photoJpeg() };
  const fields = { ...(await openForm(request)), consent: "yes", text, email };
  const sent = await request.post("/share", {
    multipart: { ...fields, picture, pictureAlt: "A corridor at night." },
    maxRedirects: 0,
  });
  const link = new URL(sent.headers().location ?? "", origin).pathname.replace("/my/", "");
  const accounts = new Map(
    await Promise.all(
      everyone.map(async (person) => {
        const role = people[person];
        return [person, role && (await createAccount(role))] as const;
      }),
    ),
  );
  const teller = accounts.get("storyteller");
  const [story] = await query<Record<"id" | "picture" | "call" | "theme", string>>(
    `UPDATE "Story" s SET "status" = 'PUBLISHED', "publishedRevisionId" = r."id", "publishedAt" = now(),
       "waitingSince" = NULL, "storytellerId" = (SELECT "id" FROM "User" WHERE "email" = $2)
     FROM "Revision" r JOIN "Call" c ON true
     WHERE r."text" = $1 AND s."id" = r."storyId" AND c."id" = s."callId"
     RETURNING s."id", r."pictureId" AS picture, c."slug" AS call,
       (SELECT t."slug" FROM "Theme" t WHERE t."callId" = c."id" LIMIT 1) AS theme`,
    [text, teller?.email],
  );
  const rule = `e2e${aWord()}`;
  await query(
    `INSERT INTO "ScreeningRule" ("id", "name", "kind", "phrases", "effect", "active", "updatedAt")
     VALUES ($1, $1, 'PHRASES', ARRAY[$1], 'MARK', false, now())`,
    [rule],
  );
  await expect.poll(() => mailsTo(email)).not.toEqual([]);
  await expect
    .poll(() => query('SELECT FROM "Listing" WHERE "list" = $1', [`hashtag:${hashtag}`]))
    .toHaveLength(1);
  const stop = /\/stop-mail\/([\w-]{36})/.exec((await mailsTo(email)).join())?.[1];
  const page = await (await request.get(`/stories/${story?.id}`)).text();
  const preview = /\/previews\/\w+\/([0-9a-f]{16}\.png)/.exec(page)?.[1];
  const frame = await (await request.get(`/embed/stories/${story?.id}`)).text();
  const frameFile = /\/embed\/files\/(\w+\.css)/.exec(frame)?.[1];
  const real: Record<string, string | undefined> = {
    ...{ ...story, story: story?.id },
    ...{ link, rule, stop, hashtag, preview, frameFile },
  };
  const at = (sample: string, other: Record<string, string> = {}) =>
    sample.replaceAll(/:(\w+)/g, (_, name: string) => other[name] ?? real[name] ?? name);

  const told: Record<string, string> = {};
  const shouldBe: Record<string, string> = {};
  await Promise.all(
    everyone.map(async (person) => {
      const session = accounts.get(person)?.session;
      const headers = {
        "x-forwarded-for": newAddress(),
        "sec-fetch-dest": "empty",
        ...(session ? { cookie: `next-auth.session-token=${session}` } : {}),
      };
      const nowhere = await fetch(`${origin}/no-such-page`, { headers });
      const visitor = { headers, unknown: Buffer.from(await nowhere.arrayBuffer()) };
      const check = async (name: string, path: string, should: string) => {
        const [method = ""] = name.split(" ");
        const what = `${person}: ${method} ${path}`;
        told[what] = await ask(visitor, method, origin + path);
        shouldBe[what] = should;
      };
      for (const [name, route] of routes) {
        const { who, sample } = route;
        const path = at(sample);
        await check(name, path, expected(route, person, path));
        if (who === "own") {
          const byId = person === "storyteller" ? "200" : "unknown";
          await check(name, at(sample, { link: story?.id ?? "" }), byId);
          await check(name, at(sample, { link: "a".repeat(32) }), "unknown");
        }
        if (who === "mailed") {
          // What mail programs post to answers in plain text.
          const should = name.startsWith("POST") ? "404" : "unknown";
          await check(name, at(sample, { stop: "a".repeat(36) }), should);
        }
      }
    }),
  );
  for (const account of accounts.values()) if (account) await retire(account);
  await query('DELETE FROM "ScreeningRule" WHERE "id" = $1', [rule]);
  expect(told).toEqual(shouldBe);
  expect([...framable].sort()).toEqual(["/embed/feed", `/embed/stories/${story?.id}`]);
});
