/** What changed from one revision of a story to the next: in its words, and besides. */
import { diffArrays } from "diff";
import { type ContentWarning, type Intensity, gradedLabel } from "#lib/content-warnings/list.ts";
import * as submit from "#lib/generated/messages/submit.ts";

/** A revision, as far as two of them are compared. */
export type ComparedRevision = {
  text: string;
  bylineName: string | null;
  bylineRole: string | null;
  theme: { title: string } | null;
  subject: "MYSELF" | "SOMEONE_ELSE" | null;
  subjectConsent: "AGREED" | "DETAILS_CHANGED" | null;
  picture: { id: string; alt: string } | null;
  warnings: readonly { warning: string; intensity: Intensity }[];
};

export type WordsPart = { kind: "same" | "removed" | "added"; text: string };

/**
 * Beyond this many words taken out and put in, little is left to compare: then the whole text
 * counts as replaced. Bounds the work, which grows with the square of it.
 */
const MOST_EDITS = 600;

/** By Unicode's rules, in any script: jsdiff's own words are Latin. */
function split(text: string): string[] {
  const words = new Intl.Segmenter("en", { granularity: "word" });
  return Array.from(words.segment(text), ({ segment }) => segment);
}

/** The two texts as one, in parts: without the added ones it is `before`, without the removed ones `after`. */
export function wordsDifference(before: string, after: string): WordsPart[] {
  if (before === after) return [{ kind: "same", text: after }];
  const changes = diffArrays(split(before), split(after), { maxEditLength: MOST_EDITS });
  if (!changes) return replaced(before, after);
  const parts = changes.map(({ added, removed, value }): WordsPart => {
    return { kind: added ? "added" : removed ? "removed" : "same", text: value.join("") };
  });
  return joinAcrossSpaces(parts);
}

function replaced(before: string, after: string): WordsPart[] {
  return [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
}

/** A phrase that was replaced is one change, although the spaces between its words stayed. */
function joinAcrossSpaces(parts: readonly WordsPart[]): WordsPart[] {
  const joined: WordsPart[] = [];
  let removed = "";
  let added = "";
  const settle = () => {
    if (removed) joined.push({ kind: "removed", text: removed });
    if (added) joined.push({ kind: "added", text: added });
    removed = added = "";
  };
  parts.forEach(({ kind, text }, at) => {
    const within = removed !== "" && added !== "" && at < parts.length - 1;
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (within && /^[^\S\n]+$/.test(text)) {
      removed += text;
      added += text;
    } else {
      settle();
      joined.push({ kind, text });
    }
  });
  settle();
  return joined;
}

/** What changed besides the words: before and after, null where there was or is nothing. */
export type FactChange = { what: string; before: string | null; after: string | null };

export function factChanges(before: ComparedRevision, after: ComparedRevision): FactChange[] {
  return [...warningChanges(before.warnings, after.warnings), ...otherChanges(before, after)];
}

function otherChanges(before: ComparedRevision, after: ComparedRevision): FactChange[] {
  const facts: FactChange[] = [
    { what: submit.factName(), before: before.bylineName, after: after.bylineName },
    { what: submit.factRole(), before: before.bylineRole, after: after.bylineRole },
    {
      what: submit.factTheme(),
      before: before.theme?.title ?? null,
      after: after.theme?.title ?? null,
    },
    { what: submit.factSubject(), before: aboutWhom(before), after: aboutWhom(after) },
    ...pictureChange(before, after),
  ];
  return facts.filter((fact) => fact.before !== fact.after);
}

/** Whether two revisions differ in their content warnings and in nothing else. */
export function onlyWarningsChanged(before: ComparedRevision, after: ComparedRevision): boolean {
  if (before.text !== after.text) return false;
  const warnings = warningChanges(before.warnings, after.warnings);
  return warnings.length > 0 && otherChanges(before, after).length === 0;
}

function warningChanges(
  before: ComparedRevision["warnings"],
  after: ComparedRevision["warnings"],
): FactChange[] {
  const slugs = [...new Set([...before, ...after].map(({ warning }) => warning))];
  const said = (list: ComparedRevision["warnings"], slug: string) => {
    const found = list.find(({ warning }) => warning === slug);
    return found ? gradedLabel(found as ContentWarning) : null;
  };
  return slugs
    .map((slug) => ({
      what: submit.factWarning(),
      before: said(before, slug),
      after: said(after, slug),
    }))
    .filter((change) => change.before !== change.after);
}

function aboutWhom({ subject, subjectConsent }: ComparedRevision): string | null {
  if (subject === null) return null;
  if (subject === "MYSELF") return submit.aboutStoryteller();
  return subjectConsent === "AGREED"
    ? submit.aboutSomeoneWhoAgreed()
    : submit.aboutSomeoneChanged();
}

/** The picture by its description: a new one may have the old words. */
function pictureChange(before: ComparedRevision, after: ComparedRevision): FactChange[] {
  const change = { before: before.picture?.alt ?? null, after: after.picture?.alt ?? null };
  if (before.picture?.id === after.picture?.id)
    return [{ what: submit.factPictureAlt(), ...change }];
  if (change.before !== null && change.before === change.after) {
    return [
      { what: submit.factPicture(), before: submit.pictureOld(), after: submit.pictureNew() },
    ];
  }
  return [{ what: submit.factPicture(), ...change }];
}
