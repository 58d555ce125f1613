import "server-only";
import { env } from "#lib/env.ts";
import { fileStore } from "#lib/pictures/file-store.ts";
import { objectStore } from "#lib/pictures/object-store.ts";

/** One rendition, under the name that lib/pictures/renditions.ts gives it. */
export type PictureFile = { name: string; bytes: Uint8Array };

/** Where the files of pictures are, by the picture's id. Who may see them is decided elsewhere. */
export type PictureStore = {
  /** Resolves when all files would survive a power cut. */
  putPicture(id: string, files: readonly PictureFile[]): Promise<void>;
  getPicture(id: string, name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Also of a picture that is not there, or only in part. */
  deletePicture(id: string): Promise<void>;
  /** The ids that have any file, with the time of the newest. */
  listPictures(): AsyncIterable<{ id: string; storedAt: Date }>;
};

let opened: PictureStore | undefined;

/** The one that the settings ask for. */
export function pictureStore(): PictureStore {
  return (opened ??= open());
}

function open(): PictureStore {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  // All or none are set.
  if (S3_ENDPOINT && S3_REGION && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    return objectStore({
      endpoint: S3_ENDPOINT,
      region: S3_REGION,
      bucket: S3_BUCKET,
      credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
      prefix: env().S3_PREFIX ?? "",
    });
  }
  return fileStore(env().DATA_DIR);
}
