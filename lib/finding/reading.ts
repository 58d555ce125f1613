import "server-only";
import { configurationOf, plainConfiguration, spaced } from "#lib/finding/languages.ts";
import { listsOf } from "#lib/finding/listings.ts";

/** What is read of a story. Slugs of its theme and call. */
export type Told = {
  text: string;
  bylineName: string | null;
  bylineRole: string | null;
  theme: string | null;
  call: string;
};

/** What a story is found by. `text` and `byline` are as `readWords` wants them. */
export type Read = {
  /** BCP 47; null where it is not known. */
  language: string | null;
  configuration: string;
  text: string;
  byline: string;
  lists: string[];
};

/** Loads what tells languages: its tables are large, and only whoever reads stories needs them. */
export async function loadReader(): Promise<(told: Told) => Read> {
  const { languageOf } = await import("#lib/finding/detect.ts");
  return (told) => {
    const language = languageOf(told.text);
    return {
      language,
      configuration: configurationOf(language),
      text: spaced(told.text),
      byline: spaced([told.bylineName, told.bylineRole].filter(Boolean).join(", ")),
      lists: listsOf(told),
    };
  };
}

/**
 * SQL for `PublishedStory.words` of a row `r` that has a `configuration`, `text` and `byline`: each
 * word as its language bends it, and as it is written: whoever looks for it may write another.
 */
export const readWords = `to_tsvector(r.configuration::regconfig, r.text)
  || to_tsvector('${plainConfiguration}', r.text)
  || setweight(to_tsvector('${plainConfiguration}', r.byline), 'B')`;
