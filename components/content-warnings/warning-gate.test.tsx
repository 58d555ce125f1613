import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { WarningGate } from "#components/content-warnings/warning-gate.tsx";

const warnings = [
  { warning: "death", intensity: "MENTIONED" },
  { warning: "blood-gore", intensity: "GRAPHIC" },
] as const;

describe("a gate", () => {
  test.each(["list", "page"] as const)(
    "for readers, on a %s, carries what they can choose",
    (place) => {
      const html = renderToStaticMarkup(
        <WarningGate warnings={warnings} place={place}>
          words
        </WarningGate>,
      );
      expect(html).toContain('data-warnings="death:1 blood-gore:3"');
      expect(html).toContain('href="/content-warnings#death"');
      expect(html.split("</summary>")[0]).toContain(
        { list: "A story was left out, as you chose.", page: "You chose to leave out" }[place],
      );
      expect(html.includes("gate-page")).toBe(place === "page");
      // The words come after all that is known of them.
      expect(html.indexOf("words")).toBeGreaterThan(html.indexOf("</summary>"));
    },
  );

  test("says that readers reported it, so that nothing shows it at once", () => {
    const html = renderToStaticMarkup(
      <WarningGate warnings={warnings} gated place="list">
        words
      </WarningGate>,
    );
    expect(html).toContain('data-warnings="reported death:1 blood-gore:3"');
  });

  test.each([
    ["for moderators and storytellers", { warnings, gated: false }],
    ["for moderators and storytellers, reported", { warnings, gated: true }],
    ["where nothing but reports put it", { warnings: [], gated: true, place: "list" as const }],
  ])("%s leaves nothing to choose", (_where, props) => {
    const html = renderToStaticMarkup(<WarningGate {...props}>words</WarningGate>);
    expect(html).toMatch(/^<details class="gate">/);
    expect(html).not.toMatch(/data-warnings|left out|content-warnings/);
  });

  test("stands before no story that needs none", () => {
    expect(
      renderToStaticMarkup(
        <WarningGate warnings={[]} place="list">
          words
        </WarningGate>,
      ),
    ).toBe("words");
  });
});
