import type { ReactNode } from "react";
import { hashtagKey, hashtagsIn } from "#lib/finding/hashtags.ts";
import { localized } from "#lib/locale.ts";

type StoryWordsProps = {
  text: string;
  large?: boolean;
  /** BCP 47. Without one nobody knows it, and it is not that of the page. */
  language?: string | null | undefined;
  /** Whether its hashtags lead to the others that have them: where readers meet it. */
  linked?: boolean;
};

/** A story's words as they were written: their line breaks, in their own direction and language. */
export function StoryWords({ text, large = false, language, linked = false }: StoryWordsProps) {
  return (
    <p dir="auto" lang={language ?? ""} className={large ? "words words-large" : "words"}>
      {linked ? withLinks(text) : text}
    </p>
  );
}

function withLinks(text: string): ReactNode[] {
  let end = 0;
  const parts: ReactNode[] = hashtagsIn(text).flatMap((found) => {
    const before = text.slice(end, found.start);
    end = found.end;
    return [
      before,
      <a
        key={found.start}
        href={localized(`/hashtags/${encodeURIComponent(hashtagKey(found.tag))}`)}
      >
        {text.slice(found.start, found.end)}
      </a>,
    ];
  });
  return [...parts, text.slice(end)];
}
