import "server-only";
import { type Transaction, database } from "#lib/db.ts";
import * as submit from "#lib/generated/messages/submit.ts";
import { log, withoutWords } from "#lib/log.ts";
import { newPictureId, pictureDigest } from "#lib/pictures/id.ts";
import { processPicture } from "#lib/pictures/process.ts";
import type { Picture } from "#lib/pictures/queries.ts";
import { pictureStore } from "#lib/pictures/store.ts";
import { addressKey, consume, inAWhile } from "#lib/rate-limit.ts";
import { type Result, failure, success } from "#lib/result.ts";
import { sha256 } from "#lib/secrets.ts";

type Upload = {
  bytes: Uint8Array;
  /** As the browser calls it. */
  type: string;
  /** Of the form that it came with, lib/stories/submission-key.ts. */
  key: string;
  /** The client's, for the limit. */
  address: string;
};

const pictureFields = { id: true, width: true, height: true } as const;

/**
 * Takes a picture in before the form that it came with is accepted, so that it need not be chosen
 * again. It takes the place of one that came with the same form; the same file with the same form is
 * the same picture. Unless a story gets it, it is gone after a day.
 */
export async function uploadPicture(upload: Upload): Promise<Result<Picture>> {
  const { bytes, type, key, address } = upload;
  const digest = pictureDigest(key, bytes);
  const before = await findUploaded(database().prisma, key, digest);
  if (before) return success(before);
  const counted = await consume("picture", addressKey(address));
  if (!counted.ok) {
    const sentence = submit.manyPictures({ when: inAWhile(counted.retryAfterSeconds) });
    return failure("rate-limited", sentence, { picture: [sentence] });
  }
  const processed = await processPicture(bytes, type);
  if (!processed.ok) return processed;
  const { files, ...size } = processed.value;
  const picture = { id: newPictureId(digest), ...size };
  // Files first: a row always has them, and the sweep finds files without a row.
  await pictureStore().putPicture(picture.id, files);
  const { kept, unneeded } = await database().prisma.$transaction((tx) =>
    writePicture(tx, { picture, key, digest }),
  );
  await deleteSoon(unneeded);
  return success(kept);
}

function findUploaded(client: Transaction, key: string, digest: string): Promise<Picture | null> {
  return client.picture.findFirst({
    where: { uploadKeyHash: sha256(key), id: { endsWith: digest } },
    select: pictureFields,
  });
}

type Arrival = { picture: Picture; key: string; digest: string };

/** The picture of this form from now on, and those whose files nobody needs any more. */
async function writePicture(tx: Transaction, { picture, key, digest }: Arrival) {
  const uploadKeyHash = sha256(key);
  // One form at a time: sent twice at once, the second must find what the first has written.
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(encode(${uploadKeyHash}, 'hex'), 0))`;
  const same = await findUploaded(tx, key, digest);
  if (same) return { kept: same, unneeded: [picture.id] };
  const replaced = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM "Picture" WHERE "uploadKeyHash" = ${uploadKeyHash} AND "storyId" IS NULL
    RETURNING "id"`;
  await tx.picture.create({ data: { ...picture, uploadKeyHash } });
  return { kept: picture, unneeded: replaced.map(({ id }) => id) };
}

/** What is left when this fails, the sweep deletes. */
async function deleteSoon(ids: readonly string[]): Promise<void> {
  try {
    await deletePictureFiles(ids);
  } catch (error) {
    log.warn(withoutWords(error), "picture files left for the sweep");
  }
}

type Attachment = { pictureId: string; key: string; storyId: string };

/** Gives a story the picture that came with its form. False when there is none, or it was given. */
export async function attachPicture(
  tx: Transaction,
  { pictureId, key, storyId }: Attachment,
): Promise<boolean> {
  const { count } = await tx.picture.updateMany({
    where: { id: pictureId, uploadKeyHash: sha256(key), storyId: null },
    data: { storyId },
  });
  return count === 1;
}

/**
 * Takes all pictures from a story whose revisions no longer name any. Nobody can see them once this
 * is committed; their files, by the ids that come back, are for deletePictureFiles.
 */
export async function erasePicturesOf(tx: Transaction, storyId: string): Promise<string[]> {
  const erased = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM "Picture" WHERE "storyId" = ${storyId} RETURNING "id"`;
  return erased.map(({ id }) => id);
}

/** For pictures without a row. Deleting twice is deleting once. */
export async function deletePictureFiles(ids: readonly string[]): Promise<void> {
  for (const id of ids) await pictureStore().deletePicture(id);
}

const DAY_MS = 24 * 3600 * 1000;

/** Deletes what no story got within a day, and files that a crash left behind. For once a day. */
export async function sweepPictures(now = new Date()): Promise<{ rows: number; files: number }> {
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const unsent = await database().prisma.$queryRaw<{ id: string }[]>`
    DELETE FROM "Picture" WHERE "storyId" IS NULL AND "createdAt" < ${dayAgo} RETURNING "id"`;
  await deletePictureFiles(unsent.map(({ id }) => id));
  let files = 0;
  for await (const some of inHundreds(oldPictures(dayAgo))) {
    const rows = await database().prisma.picture.findMany({
      where: { id: { in: some } },
      select: { id: true },
    });
    const needed = new Set(rows.map(({ id }) => id));
    const left = some.filter((id) => !needed.has(id));
    await deletePictureFiles(left);
    files += left.length;
  }
  return { rows: unsent.length, files };
}

/** Younger files may be of a picture whose row is about to be written. */
async function* oldPictures(before: Date): AsyncGenerator<string> {
  for await (const { id, storedAt } of pictureStore().listPictures()) {
    if (storedAt < before) yield id;
  }
}

async function* inHundreds(ids: AsyncIterable<string>): AsyncGenerator<string[]> {
  let some: string[] = [];
  for await (const id of ids) {
    some.push(id);
    if (some.length < 100) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
