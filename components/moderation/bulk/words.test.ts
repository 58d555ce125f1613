import { expect, test } from "vitest";
import {
  batchSentence,
  buttonLabel,
  notDoneTitle,
  selectionSentence,
  storiesStand,
} from "#components/moderation/bulk/words.ts";
import { exchange } from "#lib/exchange.ts";

const both = ["REJECT", "TAKE_DOWN"] as const;
const selection = (count: number, reject: number, takeDown: number) => ({
  count,
  allows: { REJECT: reject, TAKE_DOWN: takeDown },
});

test.each([
  [null, "Reject selected", "Take down selected"],
  [selection(0, 0, 0), "Reject selected (0)", "Take down selected (0)"],
  [selection(3, 3, 0), "Reject selected (3)", "Take down selected (0 of 3)"],
  [selection(5, 3, 2), "Reject selected (3 of 5)", "Take down selected (2 of 5)"],
  [selection(2, 2, 2), "Reject selected (2)", "Take down selected (2)"],
])("a button says how many it is for: %j", (selected, reject, takeDown) => {
  expect(both.map((kind) => buttonLabel(kind, selected))).toEqual([reject, takeDown]);
});

const leaves = "A decision leaves the others as they are.";
const unknown = `Stories that wait can be rejected, published ones taken down. ${leaves}`;

test.each([
  [null, unknown],
  [selection(0, 0, 0), unknown],
  [selection(5, 3, 2), `Of these 5, 3 can be rejected and 2 can be taken down. ${leaves}`],
  [selection(2, 2, 1), `Of these 2, all can be rejected and 1 can be taken down. ${leaves}`],
  [selection(4, 0, 4), `Of these 4, none can be rejected and all can be taken down. ${leaves}`],
  [selection(1, 0, 1), "This one can be taken down, not rejected."],
  [selection(1, 1, 0), "This one can be rejected, not taken down."],
  [selection(2, 2, 2), ""],
])("what is selected and what each decision is for: %j", (selected, sentence) => {
  expect(selectionSentence(both, selected)).toBe(sentence);
});

test("where there is but one decision and it is for all, nothing is said", () => {
  expect(selectionSentence(["REJECT"], selection(2, 2, 0))).toBe("");
  expect(selectionSentence(["REJECT"], null)).toBe("");
});

test("those that stayed as they were are counted", () => {
  expect(notDoneTitle("REJECT", 1)).toBe("1 story was not rejected:");
  expect(notDoneTitle("TAKE_DOWN", 3)).toBe("3 stories were not taken down:");
});

test("what was done with several is said in a sentence", () => {
  expect(batchSentence({ kind: "REJECT", count: 18 })).toBe(
    "18 rejected. No mail has gone out yet.",
  );
  expect(batchSentence({ kind: "TAKE_DOWN", count: 1 })).toContain("1 taken down.");
  expect(storiesStand(1)).toBe("Undone. 1 story stands as it did, and no mail went out.");
  expect(storiesStand(2)).toContain("2 stories stand as they did");
});

test.each([
  [selection(5, 4, 1), "De estas 5, 4 se pueden rechazar y 1 se puede retirar del sitio."],
  [
    selection(3, 0, 3),
    "De estas 3, ninguna se puede rechazar y todas se pueden retirar del sitio.",
  ],
])("in Spanish each number has its verb: %j", (selected, sentence) => {
  exchange.run({ requestId: "t", begun: 0, locale: "es", pathname: "/" }, () => {
    expect(selectionSentence(both, selected)).toContain(sentence);
  });
});
