import type { Choice } from "#components/forms/narrowing-fields.tsx";
import type { Find } from "#lib/finding/search/schema.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import { localized } from "#lib/locale.ts";

type WordNeededProps = { find: Find; choices: { calls: Choice[]; themes: Choice[] } };

/** In the place of results, where it was said among which stories to look and not for what. */
export function WordNeeded({ find, choices: { calls, themes } }: WordNeededProps) {
  const theme = themes.find(({ value }) => value === find.theme);
  const list = theme ?? calls.find(({ value }) => value === find.call);
  return (
    <>
      <p className="words">{finding.wordNeeded()}</p>
      {list && (
        <p className="mt-4 text-ui">
          {finding.orReadAll({
            title: list.label,
            link: (words) => (
              <a
                href={localized(`/${theme ? "themes" : "calls"}/${list.value}`)}
                className="inline-flex min-h-target items-center"
              >
                <bdi>{words}</bdi>
              </a>
            ),
          })}
        </p>
      )}
    </>
  );
}
