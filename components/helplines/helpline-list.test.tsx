import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DeskWords } from "#components/helplines/desk-words.tsx";
import { HelplineList } from "#components/helplines/helpline-list.tsx";
import { exchange } from "#lib/exchange.ts";
import type { HelplineAtDesk } from "#lib/helplines/queries.ts";
import type { Locale } from "#lib/locale.ts";

const helpline: HelplineAtDesk = {
  ...{ id: "a", country: "GB", name: "Shout", url: "https://www.example.org/", text: "85258" },
  ...{ textWord: "SHOUT", warnings: ["suicide"], sourceUrl: "https://numbers.example/shout" },
  ...{ checkedOn: "2026-11-21", checkedBy: "Ada", old: true, seen: "" },
};

const said = (locale: Locale, element: React.ReactNode) =>
  exchange.run({ requestId: "t", begun: 0, locale, pathname: "/" }, () =>
    renderToStaticMarkup(element).replace(/<[^>]+>/g, ""),
  );

test("a helpline is told of in the reader's language, and so is where it is from", () => {
  const list = <HelplineList helplines={[helpline]} />;
  const english = said("en", list);
  expect(english).toContain("United Kingdom");
  expect(english).toContain("Text SHOUT to 85258");
  expect(english).toContain("About suicide");
  expect(english).toContain("Checked November 2026 with its source, numbers.example");
  const spanish = said("es", list);
  expect(spanish).toContain("Reino Unido");
  expect(spanish).toContain("Escribir SHOUT al 85258");
  expect(spanish).toContain("Sobre suicidio");
  expect(spanish).toContain("Contrastada con su fuente, numbers.example en noviembre de 2026");
});

test("who looks after it reads who checked it on which day", () => {
  expect(said("en", <DeskWords helpline={helpline} />)).toContain(
    "Over a year ago: Checked 21 November 2026 by Ada with its source, numbers.example",
  );
  expect(said("es", <DeskWords helpline={{ ...helpline, checkedBy: null }} />)).toContain(
    "Hace más de un año: Comprobada el 21 de noviembre de 2026 con su fuente, numbers.example",
  );
});
