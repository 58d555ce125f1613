import { placeName } from "#components/helplines/done-words.ts";
import { Notice } from "#components/ui/notice.tsx";
import * as said from "#lib/generated/messages/helplines.ts";
import type { HelplineAtDesk } from "#lib/helplines/queries.ts";

/** Those that nobody has looked at for more than a year, each a link to where it stands. */
export function OldHelplines({ helplines }: { helplines: readonly HelplineAtDesk[] }) {
  if (helplines.length === 0) return null;
  return (
    <Notice className="mb-8" title={said.old({ count: helplines.length })}>
      <p className="mt-1">{said.oldHow()}</p>
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
