/** Where a preview is. Its name holds what is shown, so that another picture has another address. */

export const previewSizes = {
  wide: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
} as const;

export type PreviewShape = keyof typeof previewSizes;

const names: Record<PreviewShape, string> = { wide: "", square: "-square" };

export function previewName(digest: string, shape: PreviewShape): string {
  return `${digest}${names[shape]}.png`;
}

/** Null for what is no preview's name. */
export function readPreviewName(name: string): { digest: string; shape: PreviewShape } | null {
  const [, digest, square] = /^([0-9a-f]{16})(-square)?\.png$/.exec(name) ?? [];
  return digest ? { digest, shape: square ? "square" : "wide" } : null;
}
