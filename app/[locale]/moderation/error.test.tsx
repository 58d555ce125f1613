import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import DeskErrorPage from "#app/[locale]/moderation/error.tsx";
import ErrorPage from "#app/error.tsx";

const linksOf = (html: string) =>
  [...html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href, words]) => [href, words]);

test("what failed can be tried again, and there is a way on", () => {
  expect(linksOf(renderToStaticMarkup(<ErrorPage />))).toEqual([
    ["", "Try again"],
    ["/", "Read the stories"],
  ]);
});

test("at the desk it leads back to the queue", () => {
  expect(linksOf(renderToStaticMarkup(<DeskErrorPage />))).toEqual([
    ["", "Try again"],
    ["/moderation", "Back to the queue"],
  ]);
});
