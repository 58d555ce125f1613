import { expect, test } from "vitest";
import { linkHeader, linksOf } from "#lib/api/links.ts";

const url = "https://stories.example/api/v1/stories";
const place = "mabcdefg-Ab3dEf6hIj9k";

test("a page in the middle leads on, back, and to the beginning, with what was asked", () => {
  const links = linksOf({
    url,
    asked: { hashtag: "nächte", limit: 5, sort: undefined },
    step: { cursor: place, way: "newer" },
    older: "mabcdefh-Ab3dEf6hIj9k",
    newer: "mabcdefi-Ab3dEf6hIj9k",
  });
  const list = `${url}?hashtag=n%C3%A4chte&limit=5`;
  expect(links).toEqual({
    self: `${list}&cursor=-${place}`,
    first: list,
    next: `${list}&cursor=mabcdefh-Ab3dEf6hIj9k`,
    prev: `${list}&cursor=-mabcdefi-Ab3dEf6hIj9k`,
  });
  expect(linkHeader(links)).toBe(
    `<${links.first}>; rel="first", <${links.next}>; rel="next", <${links.prev}>; rel="prev"`,
  );
});

test("the only page leads nowhere else", () => {
  const links = linksOf({ url, asked: {}, step: undefined, older: null, newer: null });
  expect(links).toEqual({ self: url, first: url, next: null, prev: null });
  expect(linkHeader(links)).toBe(`<${url}>; rel="first"`);
});
