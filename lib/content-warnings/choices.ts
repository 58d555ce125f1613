/**
 * What a reader chose to see, by content warning and intensity. Kept on the device only
 * (docs/decisions/0015-warning-preferences.md).
 */
import {
  type ContentWarning,
  type WarningSlug,
  intensities,
  isWarningSlug,
} from "#lib/content-warnings/list.ts";

/** In words: shown at once, behind its gate, left out. */
export const choices = ["show", "gate", "hide"] as const;
export type Choice = (typeof choices)[number];

/** 1: mentioned, 2: described, 3: graphic. */
export type Level = 1 | 2 | 3;
export const levels: readonly Level[] = [1, 2, 3];

/** A warning at one intensity: "death:2". */
export type Token = `${WarningSlug}:${Level}`;

/** What was chosen; the gate is what nobody has to choose. */
export type Choices = Partial<Record<Token, "show" | "hide">>;

export const tokenOf = (slug: WarningSlug, level: Level): Token => `${slug}:${level}`;

type Gated = { warnings: readonly ContentWarning[]; gated?: boolean | undefined };

/** As a gate carries them, for the script that reads the choices. Empty where nothing can be chosen. */
export function tokensOf({ warnings, gated }: Gated): string {
  if (warnings.length === 0) return "";
  const tokens = warnings.map(
    ({ warning, intensity }) => `${warning}:${intensities.indexOf(intensity) + 1}`,
  );
  return (gated ? ["reported", ...tokens] : tokens).join(" ");
}

/** Of a token on a page: what it says, or null when it is no warning (any more). */
export function readToken(token: string): { slug: WarningSlug; level: Level } | null {
  const [, slug = "", level = ""] = /^([a-z-]+):([123])$/.exec(token) ?? [];
  return isWarningSlug(slug) ? { slug, level: Number(level) as Level } : null;
}

/** What was kept, without what can't be understood. */
export function readChoices(kept: string | null): Choices {
  const read: Choices = {};
  for (const [token, choice] of Object.entries(Object(parsed(kept)) as object)) {
    const known = readToken(token);
    if (known && (choice === "show" || choice === "hide")) {
      read[tokenOf(known.slug, known.level)] = choice;
    }
  }
  return read;
}

function parsed(kept: string | null): unknown {
  try {
    return JSON.parse(kept ?? "");
  } catch {
    return null;
  }
}

export function withChoice(chosen: Choices, tokens: readonly Token[], choice: Choice): Choices {
  const others = Object.entries(chosen).filter(([token]) => !tokens.includes(token as Token));
  const these = choice === "gate" ? [] : tokens.map((token) => [token, choice]);
  return Object.fromEntries([...others, ...these]) as Choices;
}

/** What was chosen for all of them alike; null when it differs. */
export function sameChoice(chosen: Choices, tokens: readonly Token[]): Choice | null {
  const [first = "gate", ...rest] = tokens.map((token) => chosen[token] ?? "gate");
  return rest.every((each) => each === first) ? first : null;
}

/**
 * What a choice at a gate covers: who always wants to see it described can also read it mentioned,
 * who never wants it described never wants it graphic.
 */
export function tokensLike(slug: WarningSlug, level: Level, choice: "show" | "hide"): Token[] {
  return levels
    .filter((each) => (choice === "show" ? each <= level : each >= level))
    .map((each) => tokenOf(slug, each));
}
