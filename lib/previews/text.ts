import "server-only";
import sharp from "sharp";
import { type Fonts, emoji, previewFonts } from "#lib/previews/fonts.ts";
import { markup } from "#lib/previews/markup.ts";

// One thread for each, and nothing kept between them: also words would be.
sharp.concurrency(1);
sharp.cache(false);

/** Four bytes a pixel. */
export type Raster = { data: Buffer; width: number; height: number };

export type Setting = {
  font: string;
  /** In pixels. */
  size: number;
  width: number;
  color: string;
  weight?: number;
};

let loaded: Promise<Fonts> | undefined;

/** The fonts, once Pango knows of each. It forgets none of them. */
export function loadFonts(): Promise<Fonts> {
  loaded ??= tellPango().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function tellPango(): Promise<Fonts> {
  const fonts = await previewFonts();
  for (const fontfile of fonts.files)
    await sharp({ text: { text: "a", fontfile, font: "Newsreader 10" } }).toBuffer();
  return fonts;
}

/** Between lines, beside what the font itself keeps clear: for high marks that is much already. */
function leading(text: string): number {
  if (/\p{Script=Arabic}/u.test(text)) return 0.05;
  if (/[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}]/u.test(text))
    return 0.16;
  return 0.34;
}

/** A paragraph in its own directions, no larger than its ink. Null when there is none. */
export async function setText(text: string, setting: Setting): Promise<Raster | null> {
  const { font, size, width, ...style } = setting;
  if (text.trim() === "") return null;
  const { data, info } = await sharp({
    text: {
      text: markup(text, style, emoji),
      font: `${font} ${size}`,
      width,
      wrap: "word-char",
      spacing: Math.round(size * leading(text)),
      dpi: 72,
      rgba: true,
    },
    limitInputPixels: 50_000_000,
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

type Room = { height: number; largest: number; smallest: number; balanced?: boolean };

/** As large as there is room for, within its sizes; what is too long then ends at the edge. */
export async function fitText(
  text: string,
  setting: Omit<Setting, "size">,
  { height, largest, smallest, balanced = false }: Room,
): Promise<Raster | null> {
  let [low, high] = [smallest, largest];
  let best = await setText(text, { ...setting, size: low });
  if (!best || best.height > height) return best && within(best, setting.width, height);
  while (low < high) {
    const size = Math.ceil((low + high) / 2);
    const tried = await setText(text, { ...setting, size });
    if (tried && tried.height <= height && tried.width <= setting.width) {
      [low, best] = [size, tried];
    } else high = size - 1;
  }
  if (balanced)
    best =
      (await balance(text, { ...setting, size: low }, { height: best.height, room: height })) ??
      best;
  // Ink may reach a pixel beyond the width, never beyond the height.
  return within(best, setting.width, best.height);
}

/** As many lines, of like lengths, as the gate's are on the site (`text-wrap: balance`). */
async function balance(
  text: string,
  setting: Setting,
  { height, room }: { height: number; room: number },
): Promise<Raster | null> {
  // A line more is higher than that; other letters at top and bottom are not.
  const highest = Math.min(room, height + setting.size / 2);
  let [low, high] = [setting.width / 2, setting.width];
  while (high - low > 8) {
    const width = Math.round((low + high) / 2);
    const tried = await setText(text, { ...setting, width });
    const isAsLong = tried && tried.height <= highest && tried.width <= width;
    [low, high] = isAsLong ? [low, width] : [width, high];
  }
  return setText(text, { ...setting, width: high });
}

/** Cut to a size that it may be larger than. */
export function within(raster: Raster, width: number, height: number): Raster {
  const [across, down] = [Math.min(raster.width, width), Math.min(raster.height, height)];
  if (across === raster.width && down === raster.height) return raster;
  const rows = Array.from({ length: down }, (_, row) =>
    raster.data.subarray(row * raster.width * 4, (row * raster.width + across) * 4),
  );
  return { data: Buffer.concat(rows), width: across, height: down };
}
