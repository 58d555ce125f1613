import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inLocale } from "#lib/in-locale.ts";
import {
  type ComparedRevision,
  factChanges,
  onlyWarningsChanged,
  wordsDifference,
} from "#lib/stories/difference.ts";

/** "The kettle [-was-]{+is+} on." */
function marked(before: string, after: string): string {
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] };
  return wordsDifference(before, after)
    .map(({ kind, text }) => marks[kind].join(text))
    .join("");
}

describe("the words of two revisions", () => {
  it.each([
    ["unchanged", "The kettle was on.", "The kettle was on.", "The kettle was on."],
    ["a word", "The kettle was on.", "The kettle is on.", "The kettle [-was-]{+is+} on."],
    [
      "a phrase is one change, not one for each word",
      "She died on a Tuesday night, alone.",
      "She died one winter morning, alone.",
      "She died [-on a Tuesday night-]{+one winter morning+}, alone.",
    ],
    ["an end", "It rained.", "It rained. We stayed.", "It rained.{+ We stayed.+}"],
    ["a line break", "One.\nTwo.", "One. Two.", "One.[-\n-]{+ +}Two."],
    ["Cyrillic by words", "Он пришёл вчера.", "Он ушёл вчера.", "Он [-пришёл-]{+ушёл+} вчера."],
    ["Arabic by words", "كان الليل طويلا", "كان النهار طويلا", "كان [-الليل-]{+النهار+} طويلا"],
    [
      "Japanese, which has no spaces",
      "母は病院で笑った",
      "父は病院で笑った",
      "[-母-]{+父+}は病院で笑った",
    ],
    ["an emoji whole", "Thanks 👩🏽‍⚕️", "Thanks 👩🏻‍⚕️", "Thanks [-👩🏽‍⚕️-]{+👩🏻‍⚕️+}"],
  ])("%s", (_what, before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it("are all there, before and after", () => {
    const line = fc.array(fc.constantFrom("a", "b", "kettle", " ", "\n", "é", "語", ". "), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(line, line, (one, other) => {
        const [before, after] = [one.join(""), other.join("")];
        const parts = wordsDifference(before, after);
        const without = (kind: string) =>
          parts.filter((part) => part.kind !== kind).map(({ text }) => text);
        expect(without("added").join("")).toBe(before);
        expect(without("removed").join("")).toBe(after);
      }),
    );
  });

  it("count as replaced when nearly nothing stayed of a very long text", () => {
    const long = (word: string) =>
      Array.from({ length: 2_000 }, (_, at) => `${word}${at}`).join(" ");
    expect(wordsDifference(long("a"), long("b")).map(({ kind }) => kind)).toEqual([
      "removed",
      "added",
    ]);
  });
});

const revision: ComparedRevision = {
  text: "The kettle was on.",
  bylineName: "Noor",
  bylineRole: null,
  theme: null,
  subject: "MYSELF",
  subjectConsent: null,
  picture: null,
  warnings: [{ warning: "death", intensity: "MENTIONED" }],
};

describe("what changed besides the words", () => {
  it("is nothing when nothing did", () => {
    expect(factChanges(revision, { ...revision, text: "Other words." })).toEqual([]);
  });

  it("is named, with what was and what is", () => {
    const after: ComparedRevision = {
      ...revision,
      bylineName: null,
      bylineRole: "night nurse",
      theme: { title: "Small wins" },
      subject: "SOMEONE_ELSE",
      subjectConsent: "AGREED",
      picture: { id: "p", alt: "A kettle" },
      warnings: [
        { warning: "death", intensity: "GRAPHIC" },
        { warning: "needles", intensity: "MENTIONED" },
      ],
    };
    expect(factChanges(revision, after)).toEqual([
      { what: "Content warning", before: "death, mentioned", after: "death, graphic" },
      { what: "Content warning", before: null, after: "needles, mentioned" },
      { what: "Name", before: "Noor", after: null },
      { what: "Role", before: null, after: "night nurse" },
      { what: "Theme", before: null, after: "Small wins" },
      { what: "Whom it is about", before: "the storyteller", after: "someone else, who agreed" },
      { what: "Picture", before: null, after: "A kettle" },
    ]);
  });

  it("tells another picture from another description", () => {
    const before = { ...revision, picture: { id: "p", alt: "A kettle" } };
    const changed = (after: Partial<ComparedRevision>) =>
      factChanges(before, { ...before, ...after });
    expect(changed({ picture: { id: "q", alt: "A kettle" } })).toEqual([
      { what: "Picture", before: "the old one", after: "a new one" },
    ]);
    expect(changed({ picture: { id: "p", alt: "My kettle" } })).toEqual([
      { what: "Description of the picture", before: "A kettle", after: "My kettle" },
    ]);
  });

  it("may be the content warnings alone", () => {
    const warned = { ...revision, warnings: [] };
    expect(onlyWarningsChanged(revision, warned)).toBe(true);
    expect(onlyWarningsChanged(revision, { ...warned, bylineName: null })).toBe(false);
    expect(onlyWarningsChanged(revision, { ...warned, text: "Other." })).toBe(false);
    expect(onlyWarningsChanged(revision, revision)).toBe(false);
    // Which is no question of how that is called.
    expect(inLocale("es", () => onlyWarningsChanged(revision, warned))).toBe(true);
  });
});
