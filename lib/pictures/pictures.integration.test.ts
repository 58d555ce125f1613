import { readdir, rm, utimes } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as getPublic } from "../../app/pictures/[id]/[file]/route.ts";
import { database } from "#lib/db.ts";
import { sha256 } from "#lib/secrets.ts";
import { answerWithPicture } from "#lib/pictures/answer.ts";
import {
  attachPicture,
  deletePictureFiles,
  erasePicturesOf,
  sweepPictures,
  uploadPicture,
} from "#lib/pictures/commands.ts";
import {
  findPictureForModeration,
  findPictureOf,
  findPublishedPicture,
} from "#lib/pictures/queries.ts";
import { pictureStore } from "#lib/pictures/store.ts";
import { newStoryId } from "#lib/stories/id.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { photoJpeg, photoPng } from "#lib/testing/pictures.ts";

// Settings are read once, with the first module that needs one.
const folder = await vi.hoisted(async () => {
  const { mkdtemp } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  return (process.env.DATA_DIR = await mkdtemp(`${tmpdir()}/pictures-`));
});
let callId = "";
let photo: Buffer;
let other: Buffer;
beforeAll(async () => {
  const call = { slug: "nights", title: "Nights", prompt: "Tell us.", opensAt: new Date(0) };
  callId = (await database().prisma.call.create({ data: call })).id;
  photo = await photoJpeg({ width: 600, height: 400 });
  other = await photoPng({ width: 300, height: 300 });
});
afterAll(() => rm(folder, { recursive: true }));

let addresses = 0;
let address = "";
beforeEach(() => {
  address = `2001:db8:${(addresses += 1).toString(16)}::1`;
});

async function upload(key: string, bytes: Buffer = photo) {
  const type = bytes === other ? "image/png" : "image/jpeg";
  const uploaded = await uploadPicture({ bytes, type, key, address });
  if (!uploaded.ok) throw new Error(uploaded.message);
  return uploaded.value.id;
}

const rowOf = (id: string) => database().prisma.picture.findUnique({ where: { id } });
const filesOf = (id: string) => readdir(path.join(folder, "pictures", id)).catch(() => []);
const attach = (pictureId: string, key: string, storyId: string) =>
  database().prisma.$transaction((tx) => attachPicture(tx, { pictureId, key, storyId }));

/** A waiting story without a picture. */
function createStory(): Promise<{ id: string; revisionId: string }> {
  const id = newStoryId();
  return database().prisma.$transaction(async (tx) => {
    await tx.story.create({
      data: {
        ...{ id, callId, waitingSince: new Date() },
        idempotencyKeyHash: sha256(`key of ${id}`),
        privateLinkHash: sha256(`link to ${id}`),
        consents: { create: { use: "SITE" } },
      },
    });
    const revision = await tx.revision.create({
      data: { storyId: id, number: 1, text: "The kettle was on.", weight: 18 },
    });
    await tx.story.update({ where: { id }, data: { latestRevisionId: revision.id } });
    return { id, revisionId: revision.id };
  });
}

/** A story whose newest revision shows a picture, published unless said otherwise. */
async function storyWithPicture({ publish = true } = {}) {
  const key = newSubmissionKey();
  const pictureId = await upload(key);
  const story = await createStory();
  const { prisma } = database();
  await prisma.$transaction(async (tx) => {
    await attachPicture(tx, { pictureId, key, storyId: story.id });
    const { id } = await tx.revision.create({
      data: { storyId: story.id, number: 2, text: "x", weight: 1, pictureId, pictureAlt: "A hand" },
    });
    await tx.story.update({
      where: { id: story.id },
      data: publish
        ? {
            ...{ latestRevisionId: id, publishedRevisionId: id },
            ...{ status: "PUBLISHED", publishedAt: new Date(), waitingSince: null },
          }
        : { latestRevisionId: id },
    });
  });
  return { ...story, pictureId };
}

async function withdraw(storyId: string): Promise<string[]> {
  return database().prisma.$transaction(async (tx) => {
    const erased = {
      ...{ text: "", pictureId: null, pictureAlt: null, erasedAt: new Date() },
      ...{ bylineName: null, bylineRole: null, subject: null, subjectConsent: null, themeId: null },
    };
    await tx.story.update({
      where: { id: storyId },
      data: {
        ...{ status: "WITHDRAWN", withdrawnAt: new Date(), waitingSince: null, careMark: false },
        ...{ publishedRevisionId: null },
      },
    });
    await tx.revision.updateMany({ where: { storyId, erasedAt: null }, data: erased });
    await tx.consent.updateMany({ where: { storyId }, data: { revokedAt: new Date() } });
    await tx.revisionWarning.deleteMany({ where: { revision: { storyId } } });
    return erasePicturesOf(tx, storyId);
  });
}

describe("a picture that is sent with a form", () => {
  it("is there before the story is, for no one", async () => {
    const id = await upload(newSubmissionKey());
    expect(await rowOf(id)).toMatchObject({ storyId: null, width: 600, height: 400 });
    expect((await filesOf(id)).sort()).toEqual(["480.jpg", "480.webp", "600.jpg", "600.webp"]);
    const moderator = await createUser({ name: "M", role: "MODERATOR" });
    expect(await findPublishedPicture(id)).toBeNull();
    expect(await findPictureForModeration(moderator, id)).toBeNull();
  });

  it("is the same when it is sent again, and costs nothing then", async () => {
    const key = newSubmissionKey();
    const id = await upload(key);
    for (let again = 0; again < 40; again += 1) expect(await upload(key)).toBe(id);
    // Also when its answer was lost, and a story has it by now.
    await attach(id, key, (await createStory()).id);
    expect(await upload(key)).toBe(id);
    expect(await upload(newSubmissionKey())).not.toBe(id);
  });

  it("is one picture when it is sent several times at once", async () => {
    const key = newSubmissionKey();
    const ids = await Promise.all([1, 2, 3, 4].map(() => upload(key)));
    expect(new Set(ids).size).toBe(1);
    const rows = await database().prisma.picture.findMany({
      where: { id: { endsWith: ids[0]?.slice(12) ?? "" } },
    });
    expect(rows).toHaveLength(1);
    const folders = (await readdir(path.join(folder, "pictures"))).filter(
      (name) => name.slice(12) === ids[0]?.slice(12),
    );
    expect(folders).toEqual([ids[0]]);
  });

  it("makes room for another one in the same form, but not for another form's", async () => {
    const [key, others] = [newSubmissionKey(), newSubmissionKey()];
    const [first, theirs] = [await upload(key), await upload(others)];
    const second = await upload(key, other);
    expect(await rowOf(first)).toBeNull();
    expect(await filesOf(first)).toEqual([]);
    expect(await rowOf(second)).not.toBeNull();
    expect(await rowOf(theirs)).not.toBeNull();
    // One that a story has stays.
    expect(await attach(second, key, (await createStory()).id)).toBe(true);
    await upload(key);
    expect(await rowOf(second)).not.toBeNull();
  });

  it("is refused in a sentence, and leaves nothing", async () => {
    const before = await readdir(path.join(folder, "pictures"));
    const count = await database().prisma.picture.count();
    const bytes = Buffer.from("no picture");
    const refused = await uploadPicture({
      bytes,
      type: "image/png",
      key: newSubmissionKey(),
      address,
    });
    expect(refused).toMatchObject({
      ok: false,
      code: "invalid",
      fieldErrors: { picture: [/damaged/] },
    });
    expect(await database().prisma.picture.count()).toBe(count);
    expect(await readdir(path.join(folder, "pictures"))).toEqual(before);
  });

  it("is one of thirty in an hour from an address", async () => {
    const send = (from = address) =>
      uploadPicture({ bytes: Buffer.from("x"), type: "", key: newSubmissionKey(), address: from });
    for (let sent = 0; sent < 30; sent += 1)
      expect(await send()).toMatchObject({ code: "invalid" });
    expect(await send()).toMatchObject({
      code: "rate-limited",
      message: expect.stringMatching(/in \d+ minutes/),
    });
    expect(await send("192.0.2.77")).toMatchObject({ code: "invalid" });
  });
});

describe("a story gets a picture", () => {
  it("that came with its form, once", async () => {
    const key = newSubmissionKey();
    const id = await upload(key);
    const [one, two] = [await createStory(), await createStory()];
    expect(await attach(id, newSubmissionKey(), one.id)).toBe(false);
    expect(await attach("0".repeat(24), key, one.id)).toBe(false);
    const given = await Promise.all([attach(id, key, one.id), attach(id, key, two.id)]);
    expect(given.sort()).toEqual([false, true]);
  });
});

describe("who may see a picture", () => {
  it("everyone, while its story is published with it", async () => {
    const { id, pictureId } = await storyWithPicture();
    expect(await findPublishedPicture(pictureId)).toMatchObject({ id: pictureId, width: 600 });
    await database().prisma.story.update({ where: { id }, data: { status: "TAKEN_DOWN" } });
    expect(await findPublishedPicture(pictureId)).toBeNull();
  });

  it("nobody but its storyteller and moderators, while it waits", async () => {
    const { id, pictureId } = await storyWithPicture({ publish: false });
    const { id: otherStory } = await storyWithPicture();
    expect(await findPublishedPicture(pictureId)).toBeNull();
    expect(await findPictureOf(id, pictureId)).toMatchObject({ id: pictureId });
    expect(await findPictureOf(otherStory, pictureId)).toBeNull();
    for (const role of ["MODERATOR", "ADMIN"] as const)
      expect(
        await findPictureForModeration(await createUser({ name: role, role }), pictureId),
      ).not.toBeNull();
    for (const role of ["STORYTELLER", "EDITOR"] as const)
      expect(
        await findPictureForModeration(await createUser({ name: role, role }), pictureId),
      ).toBeNull();
    expect(await findPictureForModeration(null, pictureId)).toBeNull();
  });

  it("not everyone, when the published revision is another one", async () => {
    const { id, pictureId, revisionId } = await storyWithPicture();
    await database().prisma.story.update({
      where: { id },
      data: { publishedRevisionId: revisionId, waitingSince: new Date() },
    });
    expect(await findPublishedPicture(pictureId)).toBeNull();
    expect(await findPictureOf(id, pictureId)).not.toBeNull();
  });
});

describe("the answer", () => {
  const ask = (id: string, file: string, headers: Record<string, string> = {}) =>
    getPublic(new Request("http://localhost/", { headers }), {
      params: Promise.resolve({ id, file }),
    });

  it("is the picture, kept by nobody for long and good for nothing else", async () => {
    const { pictureId } = await storyWithPicture();
    for (const [file, type] of [
      ["480.webp", "image/webp"],
      ["600.jpg", "image/jpeg"],
    ] as const) {
      const answer = await ask(pictureId, file);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(answer.status).toBe(200);
      expect(bytes).toEqual(await pictureStore().getPicture(pictureId, file));
      expect(Object.fromEntries(answer.headers)).toEqual({
        "content-type": type,
        "content-length": String(bytes.length),
        "cache-control": "public, max-age=0, s-maxage=2, must-revalidate",
        "content-security-policy": "default-src 'none'",
        "cross-origin-resource-policy": "same-origin",
        "x-content-type-options": "nosniff",
        etag: `"${pictureId}-${file}"`,
      });
    }
  });

  it("is short for who has it, as long as they may", async () => {
    const { id, pictureId } = await storyWithPicture();
    const etag = (await ask(pictureId, "480.webp")).headers.get("etag") ?? "";
    for (const asked of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const answer = await ask(pictureId, "480.webp", { "if-none-match": asked });
      expect([answer.status, await answer.text()]).toEqual([304, ""]);
      expect(answer.headers.get("etag")).toBe(etag);
    }
    expect((await ask(pictureId, "480.jpg", { "if-none-match": etag })).status).toBe(200);
    await withdraw(id);
    expect((await ask(pictureId, "480.webp", { "if-none-match": etag })).status).toBe(404);
  });

  it("is the same for whatever is not there or not for the asker", async () => {
    const shown = await storyWithPicture();
    const waiting = await storyWithPicture({ publish: false });
    const gone = await storyWithPicture();
    await withdraw(gone.id);
    const lost = await storyWithPicture();
    await deletePictureFiles([lost.pictureId]);
    const answers = await Promise.all([
      ask("0".repeat(24), "480.webp"),
      ask("../../secret", "480.webp"),
      ask(shown.pictureId, "960.webp"),
      ask(shown.pictureId, "0480.webp"),
      ask(shown.pictureId, "480.png"),
      ask(shown.pictureId, "../480.webp"),
      ask(waiting.pictureId, "480.webp"),
      ask(gone.pictureId, "480.webp"),
      ask(lost.pictureId, "480.webp"),
      ask(await upload(newSubmissionKey()), "480.webp"),
    ]);
    for (const answer of answers) {
      expect([answer.status, await answer.text()]).toEqual([404, ""]);
      expect(Object.fromEntries(answer.headers)).toEqual({
        "content-type": "text/html; charset=utf-8",
      });
    }
  });

  it("is kept nowhere where it is for some only", async () => {
    const { id, pictureId } = await storyWithPicture({ publish: false });
    const request = new Request("http://localhost/", { headers: { "if-none-match": "*" } });
    const answer = await answerWithPicture({ request, id: pictureId, name: "480.jpg" }, (picture) =>
      findPictureOf(id, picture),
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("etag")).toBeNull();
  });
});

describe("what is no longer needed goes", () => {
  it("with its story: the rows at once, the files with the job that follows", async () => {
    const { id, pictureId } = await storyWithPicture();
    const ids = await withdraw(id);
    expect(ids).toEqual([pictureId]);
    expect(await rowOf(pictureId)).toBeNull();
    await deletePictureFiles(ids);
    await deletePictureFiles(ids);
    expect(await filesOf(pictureId)).toEqual([]);
  });

  it("after a day without a story, also when a crash left only its files", async () => {
    const { pictureId: kept } = await storyWithPicture();
    const [unsent, fresh] = [await upload(newSubmissionKey()), await upload(newSubmissionKey())];
    const [orphan, young] = ["a".repeat(24), "b".repeat(24)];
    for (const id of [orphan, young])
      await pictureStore().putPicture(id, [{ name: "480.webp", bytes: new Uint8Array([1]) }]);
    const old = new Date(Date.now() - 25 * 3600 * 1000);
    await database().prisma.picture.updateMany({
      where: { id: { in: [unsent, kept] } },
      data: { createdAt: old },
    });
    for (const id of [unsent, kept, orphan])
      await utimes(path.join(folder, "pictures", id), old, old);
    expect(await sweepPictures()).toEqual({ rows: 1, files: 1 });
    expect(await rowOf(unsent)).toBeNull();
    expect(await Promise.all([unsent, orphan].map(filesOf))).toEqual([[], []]);
    for (const id of [kept, fresh]) expect(await rowOf(id)).not.toBeNull();
    for (const id of [kept, fresh, young]) expect(await filesOf(id)).not.toEqual([]);
    expect(await sweepPictures()).toEqual({ rows: 0, files: 0 });
  });
});
