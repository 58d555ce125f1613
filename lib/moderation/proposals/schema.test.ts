import { expect, test } from "vitest";
import { readProposal } from "#lib/moderation/proposals/schema.ts";

function posted(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readProposal(form);
}

test("words left as they are propose nothing, however the browser ends its lines", () => {
  const proposalBase = "Someone had the kettle on.\n\nI never asked.";
  for (const proposal of [proposalBase, proposalBase.replaceAll("\n", "\r\n"), "", " \n"]) {
    expect(posted({ proposal, proposalBase })).toEqual({
      proposal: proposal.trim() === "" ? proposal : "",
      publishAtOnce: false,
    });
  }
});

test("other words are read as they were posted, also where nothing is said of the story’s", () => {
  const proposal = "Someone  had the kettle on.";
  expect(
    posted({ proposal, proposalBase: "Someone had the kettle on.", publishAtOnce: "yes" }),
  ).toEqual({ proposal, publishAtOnce: true });
  expect(posted({ proposal }).proposal).toBe(proposal);
});
