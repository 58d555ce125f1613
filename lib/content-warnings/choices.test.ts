import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choiceOf } from "#lib/content-warnings/apply-choices.ts";
import {
  type Choices,
  readChoices,
  readToken,
  sameChoice,
  tokensLike,
  tokensOf,
  withChoice,
} from "#lib/content-warnings/choices.ts";
import { intensities, warningSlugs } from "#lib/content-warnings/list.ts";

test("a gate carries its warnings with how strong each is", () => {
  expect(
    tokensOf({
      warnings: [
        { warning: "death", intensity: "DESCRIBED" },
        { warning: "blood-gore", intensity: "GRAPHIC" },
      ],
    }),
  ).toBe("death:2 blood-gore:3");
  const warnings = [{ warning: "needles", intensity: "MENTIONED" }] as const;
  expect(tokensOf({ warnings, gated: true })).toBe("reported needles:1");
  expect(tokensOf({ warnings: [], gated: true })).toBe("");
});

test("every warning at every intensity can be carried and read again", () => {
  for (const warning of warningSlugs) {
    for (const [at, intensity] of intensities.entries()) {
      const token = tokensOf({ warnings: [{ warning, intensity }] });
      expect(readToken(token)).toEqual({ slug: warning, level: at + 1 });
    }
  }
  for (const other of ["reported", "death", "death:0", "death:4", "toString:1", "", " death:1"]) {
    expect(readToken(other)).toBeNull();
  }
});

describe("of several warnings the strictest choice counts", () => {
  const chosen: Choices = { "death:1": "show", "needles:2": "show", "blood-gore:3": "hide" };
  test.each([
    ["death:1", "show"],
    ["death:1 needles:2", "show"],
    ["death:2", "gate"],
    ["death:1 death:2", "gate"],
    ["blood-gore:3", "hide"],
    ["death:1 blood-gore:3", "hide"],
    ["suicide:3 blood-gore:3 death:1", "hide"],
    ["reported death:1", "gate"],
    ["reported blood-gore:3", "hide"],
    ["no-longer-known:1 death:1", "gate"],
    ["", "gate"],
  ])("%s: %s", (tokens, choice) => {
    expect(choiceOf(tokens, chosen)).toBe(choice);
  });

  test("nothing that was kept shows a reported story", () => {
    expect(choiceOf("reported", { reported: "show" })).toBe("gate");
    expect(choiceOf("reported death:1", { reported: "show", "death:1": "show" })).toBe("gate");
  });
});

describe("what was kept and can't be understood", () => {
  test.each([undefined, null, 5, "show", "death:1", [], ["show"], true, { "death:1": "SHOW" }])(
    "%j leaves the gates as they are",
    (kept) => {
      expect(choiceOf("death:1 needles:3", kept)).toBe("gate");
      expect(readChoices(JSON.stringify(kept) ?? null)).toEqual({});
    },
  );

  test.each([null, "", "{", "undefined", '{"death:1":', "\0", '{"__proto__":{"death:1":"show"}}'])(
    "%j counts as nothing",
    (kept) => {
      expect(readChoices(kept)).toEqual({});
    },
  );

  test("what is understood beside it counts", () => {
    expect(
      readChoices('{"death:1":"show","death:9":"show","gone:1":"hide","needles:2":"hide","x":1}'),
    ).toEqual({ "death:1": "show", "needles:2": "hide" });
  });

  test("nothing throws, whatever it is", () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (kept, text) => {
        expect(["show", "gate", "hide"]).toContain(choiceOf("death:1 needles:2", kept));
        expect(Object.getPrototypeOf(readChoices(text))).toBe(Object.prototype);
      }),
    );
  });
});

test("the source that stands in the page needs nothing from outside", () => {
  const alone = new Function(`"use strict"; return ${choiceOf.toString()}`)() as typeof choiceOf;
  expect(alone("death:1 needles:2", { "needles:2": "hide" })).toBe("hide");
  expect(alone("death:1", { "death:1": "show" })).toBe("show");
  expect(alone("death:1", null)).toBe("gate");
});

test("a choice takes the place of the one before, and the gate is kept as nothing", () => {
  const once = withChoice({ "death:1": "hide" }, ["death:1", "death:2"], "show");
  expect(once).toEqual({ "death:1": "show", "death:2": "show" });
  expect(withChoice(once, ["death:1"], "gate")).toEqual({ "death:2": "show" });
});

test("whether a choice is the same for all is told", () => {
  const chosen: Choices = { "death:2": "hide", "death:3": "hide" };
  expect(sameChoice(chosen, ["death:2", "death:3"])).toBe("hide");
  expect(sameChoice(chosen, ["death:1", "death:2"])).toBeNull();
  expect(sameChoice(chosen, ["death:1"])).toBe("gate");
});

test("a choice at a gate covers what is weaker, or what is stronger", () => {
  expect(tokensLike("death", 2, "show")).toEqual(["death:1", "death:2"]);
  expect(tokensLike("death", 2, "hide")).toEqual(["death:2", "death:3"]);
  expect(tokensLike("death", 3, "show")).toHaveLength(3);
  expect(tokensLike("death", 1, "hide")).toHaveLength(3);
});
