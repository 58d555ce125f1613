import { statusNames } from "#components/moderation/names.ts";
import { Day } from "#components/ui/day.tsx";
import { gateLabel } from "#lib/content-warnings/list.ts";
import type { SimilarStory } from "#lib/screening/similar/queries.ts";

/** Other stories with much the same words. The words are read at their own place. */
export function SimilarStories({ stories }: { stories: readonly SimilarStory[] }) {
  if (stories.length === 0) return null;
  return (
    <section aria-labelledby="similar-stories">
      <h2 id="similar-stories" className="mb-3 text-ui font-semibold">
        Similar stories
      </h2>
      <ul className="similar-stories">
        {stories.map(({ id, percent, status, submittedAt, warnings }) => (
          <li key={id}>
            <a href={`/moderation/stories/${id}`}>{percent} % alike</a>
            <span className="text-quiet">
              {`, ${statusNames[status].toLowerCase()}, sent `}
              <Day iso={submittedAt} />
              {warnings.length > 0 && `. ${gateLabel(warnings)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
