import { expect, test } from "vitest";
import { markup } from "#lib/html.ts";

test("what is put in is escaped, in elements and in attributes", () => {
  const hostile = `</p><script>alert("1")</script>' onload='x&y`;
  expect(markup`<p title="${hostile}">${hostile}</p>`.toString()).toBe(
    `<p title="&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=&#39;x&amp;y">` +
      `&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=&#39;x&amp;y</p>`,
  );
});

test("what was made so is not escaped again, one by one and as a list; null is nothing", () => {
  const item = (text: string) => markup`<li>${text}</li>`;
  expect(markup`<ul>${["<", "👩🏽‍⚕️"].map(item)}${null}</ul>${3}`.toString()).toBe(
    "<ul><li>&lt;</li><li>👩🏽‍⚕️</li></ul>3",
  );
});

test("what only looks as if it was made so is refused", () => {
  const forged = { text: "<b>", toString: () => "<i>" } as unknown as string;
  expect(() => markup`${forged}`.toString()).toThrow();
});
