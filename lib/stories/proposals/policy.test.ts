import { describe, expect, it } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { openProposal, publishesAtOnce } from "#lib/stories/proposals/policy.ts";

type Last = NonNullable<Parameters<typeof openProposal>[0]>;

const proposal = { text: "Someone sang.", answer: null };
const asked: Last = { kind: "ASK_FOR_CHANGES", revisionId: "r1", proposal };

describe("proposed words", () => {
  it("are open while the last decision is theirs, on what stands last, and unanswered", () => {
    expect(openProposal(asked, "r1")).toEqual(proposal);
  });

  it.each<[string, Last | null, string]>([
    ["no decision", null, "r1"],
    ["another decision", { ...asked, kind: "TAKE_DOWN" }, "r1"],
    ["a newer version", asked, "r2"],
    ["none proposed", { ...asked, proposal: null }, "r1"],
    ["erased", { ...asked, proposal: { ...proposal, text: null } }, "r1"],
    ["accepted", { ...asked, proposal: { ...proposal, answer: "ACCEPTED" } }, "r1"],
    ["changed", { ...asked, proposal: { ...proposal, answer: "CHANGED" } }, "r1"],
    ["declined", { ...asked, proposal: { ...proposal, answer: "DECLINED" } }, "r1"],
  ])("are not with %s", (_what, last, latest) => {
    expect(openProposal(last, latest)).toBeNull();
  });
});

const moderator: Viewer = { id: "ines", role: "MODERATOR", name: "Ines", email: null };
const story = { storytellerId: "noor", needsTwo: false, reportedSince: null };
const publishing = { publishAtOnce: true, moderator, story };

describe("accepting publishes at once", () => {
  it.each(["MODERATOR", "ADMIN"] as const)("where a %s said so", (role) => {
    expect(publishesAtOnce({ ...publishing, moderator: { ...moderator, role } })).toBe(true);
    expect(publishesAtOnce({ ...publishing, story: { ...story, storytellerId: null } })).toBe(true);
  });

  it.each([
    ["the moderator wants to look once more", { publishAtOnce: false }],
    ["they are an editor by now", { moderator: { ...moderator, role: "EDITOR" as const } }],
    ["they have no role any more", { moderator: { ...moderator, role: "STORYTELLER" as const } }],
    ["it is their own story by now", { story: { ...story, storytellerId: "ines" } }],
    ["it needs two approvals", { story: { ...story, needsTwo: true } }],
    ["reports on it are open", { story: { ...story, reportedSince: new Date() } }],
  ])("but not when %s", (_what, over) => {
    expect(publishesAtOnce({ ...publishing, ...over })).toBe(false);
  });
});
