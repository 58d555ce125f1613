import { HelplineNumbers } from "#components/content-warnings/helpline-numbers.tsx";
import { Day } from "#components/ui/day.tsx";
import {
  type Helpline,
  helplines,
  helplinesVerifiedAt,
  nameOfCountry,
} from "#lib/content-warnings/helplines.ts";
import * as said from "#lib/generated/messages/helplines.ts";

function HelplineEntry({ line }: { line: Helpline }) {
  return (
    <li className="grid gap-x-6 border-t border-rule py-4 sm:grid-cols-[10rem_1fr]">
      <h2 className="pt-2.5 text-ui text-quiet">{nameOfCountry(line)}</h2>
      <div>
        <a
          href={line.url}
          className="inline-flex min-h-target items-center font-serif text-heading"
        >
          {line.name}
        </a>
        <HelplineNumbers line={line} />
      </div>
    </li>
  );
}

export function HelplineList() {
  return (
    <>
      <ul>
        {helplines.map((line) => (
          <HelplineEntry key={line.countryName} line={line} />
        ))}
      </ul>
      <p className="border-t border-rule pt-5 text-small text-quiet">
        {said.compared({ day: () => <Day iso={helplinesVerifiedAt} /> })}
      </p>
    </>
  );
}
