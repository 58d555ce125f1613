import { expect, test } from "vitest";
import { escapeXml } from "#lib/xml.ts";

test("what means something to XML is escaped, in elements and attributes", () => {
  expect(escapeXml(`</title>]]><a href='x' b="y">&amp;`)).toBe(
    "&lt;/title&gt;]]&gt;&lt;a href=&#39;x&#39; b=&quot;y&quot;&gt;&amp;amp;",
  );
});

test("what XML 1.0 can't hold is left out, all else is kept", () => {
  expect(escapeXml("a\u0000b\u0008c\u000bd\u001fe\ufffef\uffffg\ud800h\udfffi")).toBe("abcdefghi");
  for (const kept of ["a\tb\nc\rd", "\u007f\u0085", "سلام", "नमस्ते", "👩🏽‍⚕️", "\ue000\ufffd\u{10ffff}"])
    expect(escapeXml(kept)).toBe(kept);
});
