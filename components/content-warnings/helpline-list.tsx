import { Day } from "#components/ui/day.tsx";
import { type Helpline, helplines, helplinesVerifiedAt } from "#lib/content-warnings/helplines.ts";

const dialled = (number: string) => number.replace(/[^\d+]/g, "");
const numberClasses = "inline-flex min-h-target items-center font-medium tabular-nums";

function HelplineEntry({ line }: { line: Helpline }) {
  return (
    <li className="grid gap-x-6 border-t border-rule py-4 sm:grid-cols-[10rem_1fr]">
      <h2 className="pt-2.5 text-ui text-quiet">{line.countryName}</h2>
      <div>
        <a
          href={line.url}
          className="inline-flex min-h-target items-center font-serif text-heading"
        >
          {line.name}
        </a>
        {(line.phone || line.text) && (
          <p className="flex flex-wrap gap-x-6 text-ui">
            {line.phone && (
              <a href={`tel:${dialled(line.phone)}`} className={numberClasses}>
                Call {line.phone}
              </a>
            )}
            {line.text && (
              <a href={`sms:${dialled(line.text)}`} className={numberClasses}>
                Text {line.text}
              </a>
            )}
          </p>
        )}
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
        These are other organisations’ services, not ours. We last compared the list with what they
        publish on <Day iso={helplinesVerifiedAt} />.
      </p>
    </>
  );
}
