import { createHash } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChoiceScript } from "#components/content-warnings/choice-script.tsx";
import { CHOICES_KEY, applyChoices, choiceOf } from "#lib/content-warnings/apply-choices.ts";
import { scriptHashes } from "#server/security-headers.ts";

const source = `(${applyChoices.toString()})(${choiceOf.toString()},'${CHOICES_KEY}')`;

test("the script stands in the page as it is, so that its hash is the one that the policy names", () => {
  const html = renderToStaticMarkup(<ChoiceScript />);
  expect(html).toBe(`<script>${source}</script>`);
  const hash = createHash("sha256").update(source).digest("base64");
  expect(scriptHashes(html)).toEqual([`'sha256-${hash}'`]);
});

test("for one request it carries its nonce", () => {
  expect(renderToStaticMarkup(<ChoiceScript nonce="abc=" />)).toMatch(/^<script nonce="abc=">/);
});

/** As much of a browser as the script asks of it. */
function aPage(kept: string | null, gates: { dataset: Record<string, string>; open: boolean }[]) {
  const heard: Record<string, () => void> = {};
  let observed = () => undefined as void;
  const page = {
    heard,
    kept,
    observers: 0,
    parse: () => observed(),
    run() {
      const names = ["window", "document", "localStorage", "MutationObserver", "addEventListener"];
      new Function(...names, source)(
        page,
        { querySelectorAll: () => gates },
        {
          getItem() {
            if (page.kept === "refused") throw new Error("SecurityError");
            return page.kept;
          },
        },
        class {
          constructor(callback: () => void) {
            observed = callback;
          }
          observe() {
            page.observers += 1;
          }
        },
        (name: string, listener: () => void) => (heard[name] = listener),
      );
    },
  };
  return page;
}

const aGate = (warnings: string) => ({
  dataset: { warnings } as Record<string, string>,
  open: false,
});

test("what the parser adds is shown, left out, or stays as it came", () => {
  const gates: ReturnType<typeof aGate>[] = [];
  const page = aPage('{"death:1":"show","blood-gore:3":"hide"}', gates);
  page.run();
  gates.push(aGate("death:1"), aGate("death:1 blood-gore:3"), aGate("needles:2"));
  page.parse();
  expect(gates.map(({ open, dataset }) => [open, dataset.choice])).toEqual([
    [true, "show"],
    [false, "hide"],
    [false, undefined],
  ]);
});

test.each([null, "", "refused", "{", "null", "5", "[]"])(
  "%j leaves every gate as it is",
  (kept) => {
    const gates = [aGate("death:1"), aGate("reported death:1")];
    const page = aPage(kept, gates);
    page.run();
    expect(gates.every(({ open, dataset }) => !open && dataset.choice === undefined)).toBe(true);
  },
);

test("a gate that its reader opened stays open until something else is chosen", () => {
  const gate = aGate("death:1");
  const page = aPage(null, [gate]);
  page.run();
  gate.open = true;
  page.parse();
  page.heard.pageshow?.();
  expect(gate.open).toBe(true);
  page.kept = '{"death:1":"hide"}';
  page.heard.storage?.();
  expect([gate.open, gate.dataset.choice]).toEqual([false, "hide"]);
  page.kept = null;
  page.heard.storage?.();
  expect([gate.open, gate.dataset.choice]).toEqual([false, "gate"]);
});

test("however often it stands in a page it runs once", () => {
  const page = aPage(null, []);
  page.run();
  page.run();
  expect(page.observers).toBe(1);
});
