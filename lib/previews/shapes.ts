import type { Raster } from "#lib/previews/text.ts";

function paint(
  width: number,
  height: number,
  hex: string,
  cover: (x: number, y: number) => number,
) {
  const data = Buffer.alloc(width * height * 4);
  const rgb = Number.parseInt(hex.slice(1), 16);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      data.writeUInt32BE(rgb * 256 + Math.round(255 * cover(x, y)), (y * width + x) * 4);
    }
  }
  return { data, width, height };
}

export function box(width: number, height: number, color: string): Raster {
  return paint(width, height, color, () => 1);
}

/** With a smooth edge. */
export function disc(size: number, color: string): Raster {
  const middle = (size - 1) / 2;
  const cover = (x: number, y: number) => size / 2 - Math.hypot(x - middle, y - middle);
  return paint(size, size, color, (x, y) => Math.min(Math.max(cover(x, y), 0), 1));
}
