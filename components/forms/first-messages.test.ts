import { expect, test } from "vitest";
import { firstMessages } from "#components/forms/first-messages.ts";

test("finds the first message of a field, however deep", () => {
  const errors = {
    text: { type: "custom", message: "Please write your story.", ref: { message: "not this" } },
    warnings: [undefined, { type: "custom", message: "Please choose from the list." }],
    intensities: { death: { type: "invalid_value", message: "Not an intensity." } },
    theme: { type: "custom", ref: { message: "not this" } },
  };
  expect(firstMessages(errors)).toEqual({
    text: ["Please write your story."],
    warnings: ["Please choose from the list."],
    intensities: ["Not an intensity."],
  });
});
