import crypto from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import S3rver from "s3rver";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { fileStore } from "#lib/pictures/file-store.ts";
import { newPictureId as newId } from "#lib/pictures/id.ts";
import { objectStore } from "#lib/pictures/object-store.ts";
import type { PictureStore } from "#lib/pictures/store.ts";

// The server for the bucket starts and answers slowly while other tests run beside it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const bytes = (text: string) => Uint8Array.from(Buffer.from(text));
const files = [
  { name: "480.webp", bytes: bytes("small") },
  { name: "480.jpg", bytes: Uint8Array.from({ length: 300_000 }, (_, at) => at % 251) },
];

const newPictureId = () => newId("0123456789ab");

async function everyOne(store: PictureStore) {
  const found: { id: string; storedAt: Date }[] = [];
  for await (const each of store.listPictures()) found.push(each);
  return found;
}

async function all(store: PictureStore) {
  return (await everyOne(store)).map(({ id }) => id).sort();
}

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pictures-"));
});
afterEach(() => rm(folder, { recursive: true }));

// s3rver writes its marks for the next page with DES, which OpenSSL has put away; three times the
// same key makes the triple one the same.
const { createCipheriv, createDecipheriv } = crypto;
type Make = (name: string, key: Buffer, iv: Buffer) => unknown;
const tripled =
  (make: Make): Make =>
  (name, key, iv) =>
    name === "des" ? make("des-ede3-cbc", Buffer.concat([key, key, key]), iv) : make(name, key, iv);
vi.spyOn(crypto, "createCipheriv").mockImplementation(tripled(createCipheriv as Make) as never);
vi.spyOn(crypto, "createDecipheriv").mockImplementation(tripled(createDecipheriv as Make) as never);

let s3: S3rver;
let endpoint = "";
let s3Folder = "";
beforeAll(async () => {
  s3Folder = await mkdtemp(path.join(tmpdir(), "bucket-"));
  s3 = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: s3Folder,
    configureBuckets: [{ name: "pictures", configs: [] }],
  });
  const { port } = (await s3.run()) as AddressInfo;
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await s3.close();
  await rm(s3Folder, { recursive: true });
});

let prefixes = 0;
const credentials = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
const bucket = (more: Partial<Parameters<typeof objectStore>[0]> = {}) =>
  objectStore({
    endpoint,
    region: "us-east-1",
    bucket: "pictures",
    credentials,
    prefix: "",
    ...more,
  });

describe.each([
  ["in a folder", () => fileStore(folder)],
  // A prefix of its own for each test, as the bucket is shared.
  ["in a bucket", () => bucket({ prefix: `test-${(prefixes += 1)}/` })],
])("pictures %s", (_, open) => {
  it("come back as they were put", async () => {
    const store = open();
    const id = newPictureId();
    await store.putPicture(id, files);
    for (const { name, bytes } of files) expect(await store.getPicture(id, name)).toEqual(bytes);
  });

  it("that are not there are null", async () => {
    const store = open();
    const id = newPictureId();
    expect(await store.getPicture(id, "480.webp")).toBeNull();
    await store.putPicture(id, files);
    expect(await store.getPicture(id, "960.webp")).toBeNull();
    expect(await store.getPicture(newPictureId(), "480.webp")).toBeNull();
  });

  it("go with all their files, and only theirs", async () => {
    const store = open();
    const [id, other] = [newPictureId(), newPictureId()];
    await store.putPicture(id, files);
    await store.putPicture(other, files);
    await store.deletePicture(id);
    for (const { name } of files) expect(await store.getPicture(id, name)).toBeNull();
    expect(await store.getPicture(other, "480.webp")).not.toBeNull();
    expect(await all(store)).toEqual([other]);
  });

  it("can be deleted twice", async () => {
    const store = open();
    await store.deletePicture(newPictureId());
    expect(await all(store)).toEqual([]);
  });

  it("are listed once each, with their time", async () => {
    const store = open();
    const ids = [newPictureId(), newPictureId(), newPictureId()].sort();
    for (const id of ids) await store.putPicture(id, files);
    expect(await all(store)).toEqual(ids);
    for await (const { storedAt } of store.listPictures())
      expect(Math.abs(Date.now() - storedAt.getTime())).toBeLessThan(60_000);
  });

  it.each(["", "..", "../../etc", "a/b", `${"a".repeat(23)}/`, "a".repeat(25)])(
    "have no id like %o",
    async (id) => {
      const store = open();
      await expect(store.putPicture(id, files)).rejects.toThrow("not the id");
      await expect(store.getPicture(id, "480.webp")).rejects.toThrow("not the id");
      await expect(store.deletePicture(id)).rejects.toThrow("not the id");
    },
  );
});

describe("pictures in a folder", () => {
  it("can be looked at by nobody else", async () => {
    const id = newPictureId();
    await fileStore(folder).putPicture(id, files);
    const mode = async (...parts: string[]) =>
      ((await stat(path.join(folder, "pictures", ...parts))).mode & 0o777).toString(8);
    expect(await Promise.all([mode(), mode(id), mode(id, "480.jpg")])).toEqual([
      "700",
      "700",
      "600",
    ]);
  });

  it("that were never finished are listed by their age, and go", async () => {
    const store = fileStore(folder);
    const id = newPictureId();
    const aside = path.join(folder, "pictures", `${id}.0123abcd.part`);
    await mkdir(aside, { recursive: true });
    await writeFile(path.join(aside, "480.webp"), "half");
    const old = new Date(Date.now() - 86_400_000);
    await utimes(aside, old, old);
    expect(await everyOne(store)).toEqual([{ id, storedAt: old }]);
    expect(await store.getPicture(id, "480.webp")).toBeNull();
    await store.deletePicture(id);
    expect(await readdir(path.join(folder, "pictures"))).toEqual([]);
  });

  it("share it with nothing of theirs", async () => {
    const store = fileStore(folder);
    await mkdir(path.join(folder, "pictures", "lost+found"), { recursive: true });
    await writeFile(path.join(folder, "pictures", newPictureId()), "a file");
    expect(await all(store)).toEqual([]);
  });
});

describe("pictures in a bucket", () => {
  it("are listed beyond the first thousand files", async () => {
    const store = bucket({ prefix: "many/" });
    const [file] = files;
    const ids = Array.from({ length: 1001 }, newPictureId).sort();
    for (let at = 0; at < ids.length; at += 50)
      await Promise.all(
        ids.slice(at, at + 50).map((id) => store.putPicture(id, file ? [file] : [])),
      );
    expect(await all(store)).toEqual(ids);
  });

  it("fail aloud when it can't be reached, is not there or does not let us in", async () => {
    const id = newPictureId();
    const wrong = { accessKeyId: "other", secretAccessKey: "other" };
    for (const store of [
      bucket({ endpoint: "http://127.0.0.1:1" }),
      bucket({ bucket: "nowhere" }),
      bucket({ credentials: wrong }),
    ]) {
      await expect(store.putPicture(id, files)).rejects.toThrow();
      await expect(store.getPicture(id, "480.webp")).rejects.toThrow();
    }
  });
});

it("the settings say which", async () => {
  vi.resetModules();
  vi.stubEnv("DATA_DIR", folder);
  const inFolder = (await import("#lib/pictures/store.ts")).pictureStore();
  const id = newPictureId();
  await inFolder.putPicture(id, files);
  expect(await readdir(path.join(folder, "pictures"))).toEqual([id]);

  vi.resetModules();
  const settings = {
    S3_ENDPOINT: endpoint,
    S3_REGION: "us-east-1",
    S3_BUCKET: "pictures",
    S3_ACCESS_KEY_ID: "S3RVER",
    S3_SECRET_ACCESS_KEY: "S3RVER",
    S3_PREFIX: "by-settings",
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const inBucket = (await import("#lib/pictures/store.ts")).pictureStore();
  expect(await inBucket.getPicture(id, "480.webp")).toBeNull();
  await inBucket.putPicture(id, files);
  expect(await bucket({ prefix: "by-settings/" }).getPicture(id, "480.webp")).not.toBeNull();
  vi.unstubAllEnvs();
});
