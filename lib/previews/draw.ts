import "server-only";
import sharp from "sharp";
import { type PreviewShape, previewSizes } from "#lib/previews/address.ts";
import type { PreviewContent } from "#lib/previews/content.ts";
import { sans, serif } from "#lib/previews/fonts.ts";
import { runsRightToLeft, settable } from "#lib/previews/markup.ts";
import { box, disc } from "#lib/previews/shapes.ts";
import { type Raster, fitText, loadFonts, setText, within } from "#lib/previews/text.ts";

// app/globals.css, by day.
const colors = {
  paper: "#fbfaf7",
  wash: "#f3efe7",
  ink: "#1d1b19",
  quiet: "#5d5851",
  rule: "#d9d2c5",
};

/** In pixels; `thread` and `foot` are how far down their middles are, the rest sizes of type. */
const layouts = {
  wide: { margin: 80, top: 64, thread: 490, foot: 558, small: 27, largest: 82, smallest: 28 },
  square: { margin: 92, top: 96, thread: 884, foot: 968, small: 31, largest: 96, smallest: 32 },
} as const;

const GAP = 44;

/** In the place of words that the fonts have not. In no language, and so in each. */
const UNSET = "“…”";

type Placed = Raster & { left: number; top: number };
type Drawing = {
  content: PreviewContent;
  /** What the fonts have of a text; null when that would not be the text. */
  set: (text: string | null) => string | null;
  layout: (typeof layouts)[PreviewShape];
  /** Between the margins. */
  width: number;
};

/** A story's words, or what stands on their gate, as a PNG. */
export async function drawPreview(content: PreviewContent, shape: PreviewShape): Promise<Buffer> {
  const { characters } = await loadFonts();
  const { width, height } = previewSizes[shape];
  const layout = layouts[shape];
  const set = (text: string | null) => text && settable(text, characters);
  const drawing: Drawing = { content, set, layout, width: width - 2 * layout.margin };
  const isMirrored = runsRightToLeft(content.words);
  const placed = [
    ...(content.label === null ? await placeWords(drawing) : await placeLabel(drawing)),
    ...placeThread(drawing),
    ...(await placeFoot(drawing)),
  ];
  return sharp({ create: { width, height, channels: 3, background: colors.paper } })
    .composite(
      placed.map((each) => ({
        input: each.data,
        raw: { width: each.width, height: each.height, channels: 4 as const },
        left: isMirrored ? width - each.left - each.width : each.left,
        top: each.top,
      })),
    )
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** Just above the thread, as on the site. */
async function placeWords({ content, set, layout, width }: Drawing): Promise<Placed[]> {
  const words = set(content.words.replace(/\n{3,}/g, "\n\n"));
  const [text, color] = words ? [words, colors.ink] : [UNSET, colors.quiet];
  const room = { ...layout, height: layout.thread - GAP - layout.top };
  const raster = await fitText(text, { font: serif, width, color }, room);
  if (!raster) return [];
  return [{ ...raster, left: layout.margin, top: layout.thread - GAP - raster.height }];
}

/** On the gate, which promises nothing else. */
async function placeLabel({ content, layout, width }: Drawing): Promise<Placed[]> {
  const height = layout.thread - GAP - layout.top;
  const padding = layout.margin * 0.75;
  const inner = { width: width - 2 * padding, height: height - 2 * padding };
  const raster = await fitText(
    content.label ?? "",
    { font: serif, width: inner.width, color: colors.ink },
    {
      ...{ height: inner.height, balanced: true },
      ...{ largest: Math.round(layout.largest * 0.66), smallest: 22 },
    },
  );
  const panel = { ...box(width, height, colors.wash), left: layout.margin, top: layout.top };
  if (!raster) return [panel];
  const top = Math.round(layout.top + (height - raster.height) / 2);
  return [panel, { ...raster, left: layout.margin + padding, top }];
}

function placeThread({ content, layout, width }: Drawing): Placed[] {
  const { margin, thread } = layout;
  const end = Math.max(12, Math.round(width * content.reach));
  const knot = disc(20, content.accent);
  return [
    { ...box(width, 2, colors.rule), left: margin, top: thread - 1 },
    { ...box(end - 4, 4, content.accent), left: margin, top: thread - 2 },
    { ...knot, left: margin + end - 12, top: thread - 10 },
  ];
}

/** Who tells it, and where. */
async function placeFoot({ content, set, layout, width }: Drawing): Promise<Placed[]> {
  const { margin, foot, small } = layout;
  const middle = (raster: Raster) => Math.round(foot - raster.height / 2);
  const placed: Placed[] = [];
  const site = await fitText(
    set(content.site) ?? "",
    { font: serif, weight: 600, color: colors.ink, width: Math.round(width * 0.45) },
    { height: Math.round(small * 1.75), largest: Math.round(small * 1.25), smallest: 14 },
  );
  const line = Math.round(small * 1.5);
  const most = Math.round(width * 0.5);
  const host = await setText(set(content.host) ?? "", {
    ...{ font: sans, size: Math.round(small * 0.8), color: colors.quiet, width: most },
  });
  if (host) {
    const raster = within(host, most, line);
    const left = margin + width - raster.width;
    placed.push({ ...raster, left, top: Math.round(foot + (line - raster.height) / 2) });
  }
  if (site) {
    const mark = { line: 40, knot: 13, gap: 16 };
    const down = host ? Math.round(line / 2) : 0;
    const left = margin + width - site.width;
    const start = left - mark.gap - mark.line;
    placed.push(
      { ...site, left, top: middle(site) - down },
      { ...box(mark.line - 6, 3, content.accent), left: start, top: foot - down - 1 },
      {
        ...disc(mark.knot, content.accent),
        left: left - mark.gap - mark.knot,
        top: foot - down - 6,
      },
    );
  }
  const style = { font: sans, size: small, width: most };
  const name = await setText(set(content.name) ?? "", {
    ...{ ...style, weight: 500, color: colors.ink },
  });
  const role = await setText(set(content.role) ?? "", { ...style, color: colors.quiet });
  const lines = [name, role].filter((line) => line !== null);
  lines.forEach((each, index) => {
    const raster = within(each, most, Math.round(line * 0.95));
    const from = foot + (index - (lines.length - 1) / 2) * line;
    placed.push({ ...raster, left: margin, top: Math.round(from - raster.height / 2) });
  });
  return placed;
}
