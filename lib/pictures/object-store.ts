import "server-only";
import type { S3Client } from "@aws-sdk/client-s3";
import { isPictureId, renditionTypes } from "#lib/pictures/renditions.ts";
import type { PictureStore } from "#lib/pictures/store.ts";

export type ObjectStoreSettings = {
  endpoint: string;
  region: string;
  bucket: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** In front of every key: empty, or ends in a slash. */
  prefix: string;
};

/** Asked for where the settings name such a store, and nowhere else: it is large. */
const sdk = () => import("@aws-sdk/client-s3");

/** A bucket of Amazon S3, or of anything that speaks its language: `<prefix>pictures/<id>/<name>`. */
export function objectStore(settings: ObjectStoreSettings): PictureStore {
  const { bucket: Bucket, prefix } = settings;
  const root = `${prefix}pictures/`;
  let connected: Promise<S3Client> | undefined;

  async function connect(): Promise<S3Client> {
    const { S3Client } = await sdk();
    return new S3Client({
      endpoint: settings.endpoint,
      region: settings.region,
      credentials: settings.credentials,
      // Others than Amazon rarely have a host name for each bucket, or the newer checksums.
      forcePathStyle: true,
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      maxAttempts: 3,
      requestHandler: {
        connectionTimeout: 3_000,
        requestTimeout: 10_000,
        throwOnRequestTimeout: true,
      },
    });
  }
  const client = () => (connected ??= connect());

  function folderOf(id: string): string {
    if (!isPictureId(id)) throw new TypeError("not the id of a picture");
    return `${root}${id}/`;
  }

  async function* objects(Prefix: string) {
    const { paginateListObjectsV2 } = await sdk();
    for await (const page of paginateListObjectsV2({ client: await client() }, { Bucket, Prefix }))
      yield* page.Contents ?? [];
  }

  return {
    async putPicture(id, files) {
      const { PutObjectCommand } = await sdk();
      for (const { name, bytes } of files) {
        const Key = folderOf(id) + name;
        await (
          await client()
        ).send(new PutObjectCommand({ Bucket, Key, Body: bytes, ContentType: typeOf(name) }));
      }
    },

    async getPicture(id, name) {
      const { GetObjectCommand, NoSuchKey } = await sdk();
      try {
        const Key = folderOf(id) + name;
        const { Body } = await (await client()).send(new GetObjectCommand({ Bucket, Key }));
        return Body ? Uint8Array.from(await Body.transformToByteArray()) : null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },

    async deletePicture(id) {
      const { DeleteObjectCommand } = await sdk();
      // One by one: deleting many at once asks for a checksum that not every store knows.
      for await (const { Key } of objects(folderOf(id)))
        await (await client()).send(new DeleteObjectCommand({ Bucket, Key }));
    },

    async *listPictures() {
      // Keys come in order: those of one picture are together.
      let current: { id: string; storedAt: Date } | undefined;
      for await (const { Key = "", LastModified = new Date() } of objects(root)) {
        const [id = ""] = Key.slice(root.length).split("/");
        if (!isPictureId(id)) continue;
        if (current?.id === id) {
          if (LastModified > current.storedAt) current.storedAt = LastModified;
          continue;
        }
        if (current) yield current;
        current = { id, storedAt: LastModified };
      }
      if (current) yield current;
    },
  };
}

function typeOf(name: string): string | undefined {
  return Object.entries(renditionTypes).find(([extension]) => name.endsWith(`.${extension}`))?.[1];
}
