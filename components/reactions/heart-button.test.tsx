import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { HeartAnswer, isHeartProblem } from "#components/reactions/heart-answer.tsx";
import { HeartButton } from "#components/reactions/heart-button.tsx";
import { inLocale } from "#lib/in-locale.ts";

const id = "abcdefABCDEF";

describe("the heart on a cached page", () => {
  test("is a form that works by itself, and says nothing of who reads it", () => {
    const html = renderToStaticMarkup(<HeartButton id={id} hearts={12} />);
    expect(html).toContain('action="/api/hearts/abcdefABCDEF" method="post"');
    expect(html).toContain('<button value="on" aria-label="Heart" name="heart">');
    expect(html).not.toContain("aria-pressed");
  });

  test.each([
    [0, '<span hidden="" data-hearts="0"><span class="sr-only">Hearts: </span>0</span>'],
    [1, '<span data-hearts="1"><span class="sr-only">Hearts: </span>1</span>'],
    [12345, '<span data-hearts="12345"><span class="sr-only">Hearts: </span>12,345</span>'],
  ])("with %i of them", (hearts, box) => {
    expect(renderToStaticMarkup(<HeartButton id={id} hearts={hearts} />)).toContain(box);
  });

  test("in Spanish, with Spanish figures", () => {
    const html = inLocale("es", () => renderToStaticMarkup(<HeartButton id={id} hearts={12345} />));
    expect(html).toContain('data-hearts="12345"><span class="sr-only">Corazones: </span>12.345<');
  });
});

describe("what came of a heart", () => {
  const answer = (over: Partial<Parameters<typeof HeartAnswer>[0]>) =>
    renderToStaticMarkup(
      <HeartAnswer storyId={id} hearts={1} mine from={null} problem={null} {...over} />,
    );

  test.each([
    [{ hearts: 1, mine: true }, "The story has one heart, and it is yours.", 'value="off"'],
    [{ hearts: 2, mine: true }, "The story has 2 hearts, and one is yours.", 'value="off"'],
    [{ hearts: 0, mine: false }, "The story has no hearts yet.", 'value="on"'],
    [{ hearts: 1, mine: false }, "The story has one heart.", 'value="on"'],
    [{ hearts: 2, mine: false }, "The story has 2 hearts.", 'value="on"'],
    [{ hearts: 12345, mine: false }, "The story has 12,345 hearts.", 'value="on"'],
  ])("%j", (hearts, sentence, value) => {
    const html = answer(hearts);
    expect(html).toContain(`<p>${sentence}</p>`);
    expect(html).toContain(value);
  });

  test("leads back to where it was given, or else to the story", () => {
    const from = '/search?q="tea"&list=x';
    expect(answer({})).toContain('href="/stories/abcdefABCDEF#story-abcdefABCDEF"');
    const html = answer({ from });
    const escaped = "/search?q=&quot;tea&quot;&amp;list=x";
    expect(html).toContain(`href="${escaped}#story-abcdefABCDEF"`);
    expect(html).toContain(`name="from" value="${escaped}"`);
  });

  test("says why it was not counted", () => {
    const html = answer({ mine: false, problem: "cookies" });
    expect(html).toContain("This did not work");
    expect(html).toContain("Your browser keeps none from us.");
    expect(["cookies", "often", "toString", ["often"], undefined].map(isHeartProblem)).toEqual([
      ...[true, true, false, false, false],
    ]);
  });
});
