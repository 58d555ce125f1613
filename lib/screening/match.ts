import type { ScreeningEffect, ScreeningKind } from "#lib/generated/prisma/enums.ts";
import { MOST_PLACES, type PhraseIndex, type Place, findPhrases } from "#lib/screening/phrases.ts";
import { findUrls } from "#lib/stories/urls.ts";

/** A rule as it is applied; its phrases are in the index. */
export type Rule = {
  id: string;
  name: string;
  kind: ScreeningKind;
  atLeast: number | null;
  hours: number | null;
  effect: ScreeningEffect;
  sentence: string | null;
};

/** Every rule that is at work, in the order they were made; `index` knows them by number. */
export type RuleSet = { rules: readonly Rule[]; index: PhraseIndex };

export type ScreenedStory = {
  /** As it is stored: offsets are into it. */
  text: string;
  /** What stands with it: the byline, what its picture shows. */
  beside: readonly string[];
  /** When it is screened, or was sent. In milliseconds, as the others. */
  at: number;
  /** When stories came from its sender, this one among them. */
  sentAt: readonly number[];
  /** Since when its storyteller has an account; null without one. */
  accountSince: number | null;
};

/** Without places it is about the whole story. */
export type RuleMatch = { rule: Rule; places: Place[] };

const HOUR = 60 * 60_000;

/** The rules that match a story, in the order of the rules. */
export function matchRules({ rules, index }: RuleSet, story: ScreenedStory): RuleMatch[] {
  const found = findPhrases(index, story.text);
  const beside = new Set(story.beside.flatMap((text) => [...findPhrases(index, text).keys()]));
  let links: Links | null = null;
  const matches: RuleMatch[] = [];
  for (const [number, rule] of rules.entries()) {
    let places: Place[] | null = null;
    if (rule.kind === "PHRASES") places = found.get(number) ?? (beside.has(number) ? [] : null);
    else if (rule.kind === "LINKS") places = manyLinks(rule, (links ??= linksOf(story)));
    else if (isMatchedBySender(rule, story)) places = [];
    if (places) matches.push({ rule, places });
  }
  return matches;
}

type Links = { count: number; inText: Place[] };

function linksOf({ text, beside }: ScreenedStory): Links {
  const inText = findUrls(text).map(({ start, end }) => ({ start, end }));
  const elsewhere = beside.reduce((count, words) => count + findUrls(words).length, 0);
  return { count: inText.length + elsewhere, inText };
}

function manyLinks({ atLeast }: Rule, { count, inText }: Links): Place[] | null {
  return atLeast === null || count < atLeast ? null : inText.slice(0, MOST_PLACES);
}

function isMatchedBySender({ kind, atLeast, hours }: Rule, story: ScreenedStory): boolean {
  if (hours === null) return false;
  const since = story.at - hours * HOUR;
  if (kind === "NEW_ACCOUNT") return story.accountSince !== null && story.accountSince > since;
  if (kind !== "REPEATED_SENDER" || atLeast === null) return false;
  return story.sentAt.filter((at) => at > since && at <= story.at).length >= atLeast;
}

/** What becomes of a story: the first rule that refuses it says why. */
export function effectsOf(matches: readonly RuleMatch[]) {
  const has = (effect: ScreeningEffect) => matches.some(({ rule }) => rule.effect === effect);
  const refusing = matches.find(({ rule }) => rule.effect === "REFUSE");
  return {
    refusal: refusing?.rule.sentence ?? null,
    putFirst: has("PUT_FIRST"),
    needsTwo: has("TWO_PEOPLE"),
  };
}
