import "server-only";
import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { isPictureId } from "#lib/pictures/renditions.ts";
import type { PictureStore } from "#lib/pictures/store.ts";

/** Folders that are still being filled end so, behind the id. */
const draft = /\.[0-9a-f]{8}\.part$/;

/** A folder for each picture, `<dataFolder>/pictures/<id>/`, that only the server may look into. */
export function fileStore(dataFolder: string): PictureStore {
  const root = path.resolve(dataFolder, "pictures");

  /** Ids become paths: nothing else gets that far. */
  function folderOf(id: string): string {
    if (!isPictureId(id)) throw new TypeError("not the id of a picture");
    return path.join(root, id);
  }

  return {
    async putPicture(id, files) {
      const folder = folderOf(id);
      await mkdir(root, { recursive: true, mode: 0o700 });
      // Filled aside and then put in place: a picture is there with all its files, or not at all.
      const aside = `${folder}.${randomBytes(4).toString("hex")}.part`;
      await mkdir(aside, { mode: 0o700 });
      for (const { name, bytes } of files) {
        const file = path.join(aside, path.basename(name));
        await writeFile(file, bytes, { flag: "wx", mode: 0o600, flush: true });
      }
      await keep(aside);
      await rename(aside, folder);
      await keep(root);
    },

    async getPicture(id, name) {
      const file = path.join(folderOf(id), path.basename(name));
      const bytes = await unlessMissing(readFile(file));
      return bytes && new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },

    async deletePicture(id) {
      const folder = folderOf(id);
      for (const { name } of await entries(root)) {
        if (name.startsWith(`${id}.`)) await rm(path.join(root, name), removal);
      }
      await rm(folder, removal);
    },

    async *listPictures() {
      for (const entry of await entries(root)) {
        const id = entry.name.replace(draft, "");
        if (!entry.isDirectory() || !isPictureId(id)) continue;
        const found = await unlessMissing(stat(path.join(root, entry.name)));
        if (found) yield { id, storedAt: found.mtime };
      }
    },
  };
}

const removal = { recursive: true, force: true, maxRetries: 3 } as const;

async function entries(folder: string) {
  return (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? [];
}

/** What a folder holds is written down with the folder. Windows has no such thing, and needs none. */
async function keep(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
