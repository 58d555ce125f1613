/** The sizes a picture is kept in, and what their files are called. */
const steps = [480, 960, 1600] as const;

/** In pixels. Larger screens get no more: a column of 34rem is 1,088 of them at double density. */
export const LARGEST_WIDTH = 1600;

/** By extension. Browsers take the first that they know. */
export const renditionTypes = { webp: "image/webp", jpg: "image/jpeg" } as const;

export type Extension = keyof typeof renditionTypes;

/** Of a picture whose largest rendition is so wide, ascending. Nothing is ever enlarged. */
export function renditionWidths(largest: number): number[] {
  const most = Math.min(largest, LARGEST_WIDTH);
  return [...steps.filter((step) => step < most), most];
}

export function renditionName(width: number, extension: Extension): string {
  return `${width}.${extension}`;
}

export function isPictureId(value: string): boolean {
  return /^[0-9A-Za-z]{24}$/.test(value);
}

export type Rendition = { id: string; width: number; extension: Extension; name: string };

/** What an address asks for, by its last two parts; null when no picture can be there. */
export function readRendition(id: string, name: string): Rendition | null {
  const [, width, extension] = /^([1-9]\d{2,3})\.(webp|jpg)$/.exec(name) ?? [];
  if (!isPictureId(id) || !width || Number(width) > LARGEST_WIDTH) return null;
  return { id, width: Number(width), extension: extension as Extension, name };
}

/** Whether a picture of this width has that rendition. */
export function hasRendition(picture: { width: number }, { width }: Rendition): boolean {
  return renditionWidths(picture.width).includes(width);
}
