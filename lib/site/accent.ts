/**
 * The accent as it can be read: SITE_ACCENT, made darker on light paper and lighter on dark paper
 * until it stands out enough (4.5:1, WCAG 2.2 AA for text). Hue and strength stay where they can.
 */

type Rgb = readonly [number, number, number];

const ENOUGH = 4.5;
// The most demanding background of each theme (globals.css: wash, raised, paper).
const lightBackground: Rgb = parseHex("#f3efe7");
const darkBackground: Rgb = parseHex("#212127");

function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(parseHex(one)), luminance(parseHex(other))].sort(
    (a, b) => a - b,
  );
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Mixes `colour` towards black or white in the smallest step that reads well on `background`. */
function readableOn(background: Rgb, colour: Rgb, towards: Rgb): string {
  for (let step = 0; step <= 100; step += 1) {
    const mixed = colour.map((channel, index) => {
      const end = towards[index] ?? 0;
      return channel + ((end - channel) * step) / 100;
    }) as unknown as Rgb;
    const hex = toHex(mixed);
    if (contrast(hex, toHex(background)) >= ENOUGH) return hex;
  }
  return toHex(towards);
}

type Variants = { light: string; dark: string };

const known = new Map<string, Variants>();

/** A site has one accent, and each story's preview asks for it: it is worked out once. */
export function accentVariants(accent: string): Variants {
  let variants = known.get(accent);
  if (!variants) {
    const colour = parseHex(accent);
    variants = {
      light: readableOn(lightBackground, colour, [0, 0, 0]),
      dark: readableOn(darkBackground, colour, [255, 255, 255]),
    };
    known.set(accent, variants);
  }
  return variants;
}

/** A style sheet that replaces the accent of globals.css. Unlayered, it wins wherever it stands. */
export function accentStyleSheet(accent: string): string {
  const { light, dark } = accentVariants(accent);
  return (
    `:root{--color-thread:${light}}` +
    `@media (prefers-color-scheme:dark){:root{--color-thread:${dark}}}\n`
  );
}
