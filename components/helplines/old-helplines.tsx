import { placeName } from "#components/helplines/done-words.ts";
import { Notice } from "#components/ui/notice.tsx";
import { oldSentence } from "#lib/helplines/old-words.ts";
import type { HelplineAtDesk } from "#lib/helplines/queries.ts";

/** Those that nobody has looked at for more than a year, each a link to where it stands. */
export function OldHelplines({ helplines }: { helplines: readonly HelplineAtDesk[] }) {
  if (helplines.length === 0) return null;
  return (
    <Notice className="mb-8" title={oldSentence(helplines.length)}>
      <p className="mt-1">
        Please compare each with its source, and press “Checked today” where it still says the same.
        Readers are shown them meanwhile: an old number is better than none.
      </p>
      <ul className="old-helplines">
        {helplines.map(({ id, name, country }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <span>
                <bdi>{name}</bdi>, {placeName(country)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
