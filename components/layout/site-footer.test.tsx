import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LanguageLinks } from "#components/layout/site-footer.tsx";
import { exchange } from "#lib/exchange.ts";

const linksAt = (pathname: string, search?: string, locale: "en" | "es" = "en") =>
  exchange.run({ requestId: "t", begun: 0, locale, pathname, ...(search ? { search } : {}) }, () =>
    renderToStaticMarkup(<LanguageLinks />),
  );

test("each other language is a link to the same page", () => {
  expect(linksAt("/helplines")).toContain('<a href="/es/helplines" lang="es" hrefLang="es"');
  expect(linksAt("/", "", "es")).toContain('<a href="/" lang="en"');
});

test("what was looked for, and where one was going, go along", () => {
  expect(linksAt("/search", "?q=kettle&list=x")).toContain('"/es/search?q=kettle&amp;list=x"');
  expect(linksAt("/sign-in", "?next=/es/my", "es")).toContain('"/sign-in?next=/es/my"');
  expect(linksAt("/search", '?q="><script>')).toContain('"/es/search?q=&quot;&gt;&lt;script&gt;"');
});
