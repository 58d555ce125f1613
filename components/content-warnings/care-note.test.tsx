import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CareNote } from "#components/content-warnings/care-note.tsx";
import type { Helpline } from "#lib/helplines/helpline.ts";

const atHand: Helpline[] = [
  { country: "GB", name: "Samaritans", url: "https://www.samaritans.org/", phone: "116 123" },
  { name: "Find a Helpline", url: "https://findahelpline.com/" },
];

test("beside the words that are being written it says that one can go on, and promises nothing else", () => {
  const html = renderToStaticMarkup(<CareNote atHand={atHand} country="GB" />);
  expect(html).toContain("go on writing");
  // Without JavaScript nothing is kept before it is sent.
  expect(html).not.toMatch(/kept|saved/);
  expect(html).toContain("116 123");
});

test("on the private page, where nothing is being written, it doesn't speak of writing", () => {
  const html = renderToStaticMarkup(
    <CareNote atHand={atHand} country="GB" calm="Nothing on this page is in a hurry." />,
  );
  expect(html).toContain("Nothing on this page is in a hurry.");
  expect(html).not.toMatch(/writing|kept/);
  expect(html).toContain("116 123");
});

test("where no helpline is known, there is the emergency number, and the page of all of them", () => {
  const elsewhere = renderToStaticMarkup(<CareNote atHand={atHand} country="PL" />);
  expect(elsewhere).toContain("Find a Helpline");
  const nowhere = renderToStaticMarkup(<CareNote atHand={[]} country="GB" />);
  expect(nowhere).toContain("call the emergency number where you are");
  for (const html of [elsewhere, nowhere]) expect(html).toContain('href="/helplines"');
});
