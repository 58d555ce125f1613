import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ReportList } from "#components/reports/report-list.tsx";
import { ReportedList } from "#components/reports/reported-list.tsx";
import type { Report, StoryReports } from "#lib/reports/queries.ts";

const report = (over: Partial<Report>): Report => ({
  id: "one",
  reason: "HARMFUL",
  note: null,
  sentAt: "2026-11-21T08:00:00.000Z",
  outcome: null,
  ...over,
});
const none: StoryReports = {
  open: [],
  openCount: 0,
  answered: [],
  answeredCount: 0,
  withNotes: true,
};
const show = (over: Partial<StoryReports>) =>
  renderToStaticMarkup(<ReportList reports={{ ...none, ...over }} />);

test("a story that nobody reported has no list", () => {
  expect(show({})).toBe("");
});

test("what is open stands there, what was answered is folded", () => {
  const html = show({
    open: [report({ id: "two", note: "<b>He was my brother.</b>" })],
    openCount: 1,
    answered: [report({ reason: "PROMOTION", outcome: "DISMISSED" })],
    answeredCount: 1,
  });
  const [open = "", folded = ""] = html.split("<details");
  expect(open).toContain("Reports (1)");
  expect(open).toContain("It could harm someone");
  expect(open).toContain("&lt;b&gt;He was my brother.&lt;/b&gt;");
  expect(folded).toContain("Answered before (1)");
  expect(folded).toContain("It is advertising or spam");
  expect(folded).toContain("Dismissed");
});

test("of more than are shown it says how many more", () => {
  expect(show({ open: [report({})], openCount: 103 })).toContain("and 102 before these");
  expect(renderToStaticMarkup(<ReportedList reported={0} stories={[]} gated={[]} />)).toContain(
    "Nobody",
  );
});

test("on one's own story it says why there are no notes", () => {
  const html = show({ open: [report({})], openCount: 1, withNotes: false });
  expect(html).toContain("for the other moderators");
});

test("a story in the list of the reported shows its reasons, and whether it is behind a gate", () => {
  const story = {
    ...{ id: "abcdefABCDEF", bylineName: null, bylineRole: "porter", warnings: [], notes: [] },
    ...{ reportedSince: "2026-11-21T08:00:00.000Z", gatedAt: null, count: 3 },
    reasons: [
      { reason: "HARMFUL" as const, count: 2 },
      { reason: "OTHER" as const, count: 1 },
    ],
  };
  const html = renderToStaticMarkup(<ReportedList reported={4} stories={[story]} gated={[]} />);
  expect(html).toContain('href="/moderation/stories/abcdefABCDEF"');
  expect(html).toMatch(/3 reports, the first .+ ago/);
  expect(html.replaceAll(/<[^>]*>/g, "")).toContain("It could harm someone · 2 times");
  expect(html).toContain("and 3 more");
  expect(html).not.toContain("Behind a gate");
  const gated = { ...story, gatedAt: story.reportedSince };
  expect(
    renderToStaticMarkup(<ReportedList reported={1} stories={[gated]} gated={[]} />),
  ).toContain("Behind a gate");
});

test("a story whose gate has outlived its reports is not forgotten", () => {
  const gated = [
    {
      ...{ id: "abcdefABCDEF", bylineName: "Noor", bylineRole: null },
      gatedAt: "2026-11-21T08:00:00.000Z",
    },
  ];
  const html = renderToStaticMarkup(<ReportedList reported={0} stories={[]} gated={gated} />);
  expect(html).toContain("Behind a gate until they are changed");
  expect(html).toContain('href="/moderation/stories/abcdefABCDEF"');
});
