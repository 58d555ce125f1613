import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "#lib/env.ts";
import { readCharacters, unpackWoff } from "#lib/previews/font-file.ts";
import { escapeXml } from "#lib/xml.ts";

// Ours come as they are. The web's own packages hold the other scripts, packed and in parts.
const whole = [
  "newsreader/400Regular/Newsreader_400Regular.ttf",
  "newsreader/600SemiBold/Newsreader_600SemiBold.ttf",
  "instrument-sans/400Regular/InstrumentSans_400Regular.ttf",
  "instrument-sans/500Medium/InstrumentSans_500Medium.ttf",
].map((file) => `@expo-google-fonts/${file}`);

const packed = [
  ...["cyrillic", "cyrillic-ext", "greek", "greek-ext", "math"].map((part) => ["noto-serif", part]),
  ["noto-naskh-arabic", "arabic"],
  ["noto-serif-devanagari", "devanagari"],
  ["noto-serif-hebrew", "hebrew"],
  ["noto-serif-thai", "thai"],
  ["noto-serif-bengali", "bengali"],
  ["noto-serif-tamil", "tamil"],
  ["biz-udmincho", "japanese"],
  ["noto-color-emoji", "emoji"],
].map(([name, part]) => `@fontsource/${name}/files/${name}-${part}-400-normal.woff`);

const others =
  "Noto Serif, Noto Naskh Arabic, Noto Serif Devanagari, Noto Serif Hebrew, Noto Serif Thai, Noto Serif Bengali, Noto Serif Tamil, BIZ UDMincho, Noto Color Emoji";

/** As Pango is told. */
export const serif = `Newsreader, ${others}`;
export const sans = `Instrument Sans, Newsreader, ${others}`;
export const emoji = "Noto Color Emoji";

export type Fonts = {
  /** Paths of what Pango reads. */
  files: string[];
  /** Every character that one of them has. */
  characters: ReadonlySet<number>;
};

/** Emoji drawn a second time, in a way that is not asked for: four fifths of that font. */
const unneeded = new Set(["SVG "]);

let found: Promise<Fonts> | undefined;

/** Unpacks them when they are first needed. After a failure the next who asks tries again. */
export function previewFonts(): Promise<Fonts> {
  found ??= prepare().catch((error: unknown) => {
    found = undefined;
    throw error;
  });
  return found;
}

async function prepare(): Promise<Fonts> {
  const folder = path.resolve(env().DATA_DIR, "fonts");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const characters = new Set<number>();
  const files: string[] = [];
  for (const name of [...whole, ...packed]) {
    const file = path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules", name);
    const font = await readFile(file);
    await readCharacters(font, characters);
    files.push(name.endsWith(".woff") ? await unpacked(folder, font) : file);
  }
  await onlyThese(folder);
  return { files, characters };
}

/** Named by what it is unpacked from, so that a file which is in use is never written again. */
async function unpacked(folder: string, woff: Buffer): Promise<string> {
  const name = createHash("sha256").update(woff).digest("hex").slice(0, 32);
  const file = path.join(folder, `${name}.ttf`);
  const isThere = await stat(file).catch(() => null);
  if (isThere) return file;
  await writeWhole(file, await unpackWoff(woff, unneeded));
  return file;
}

/**
 * The fonts of the machine are not looked at: a preview is the same wherever it is made, and a bare
 * server has none. Read by fontconfig when the first text is set.
 */
async function onlyThese(folder: string): Promise<void> {
  const file = path.join(folder, "fonts.conf");
  const cache = escapeXml(path.join(folder, "cache"));
  await writeWhole(
    file,
    Buffer.from(`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>${cache}</cachedir></fontconfig>
`),
  );
  process.env.FONTCONFIG_FILE = file;
}

async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const aside = `${file}.${randomBytes(4).toString("hex")}.part`;
  await writeFile(aside, bytes, { mode: 0o600 });
  await rename(aside, file);
}
