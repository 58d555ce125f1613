import { ButtonLink } from "#components/ui/button.tsx";
import type { CallHeading } from "#lib/finding/headings/queries.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";

/** What a call asked for, its themes, and the way to answer it while it is open. */
export function CallIntro({ call }: { call: CallHeading }) {
  return (
    <>
      <p dir="auto" className="whitespace-pre-line">
        {call.prompt}
      </p>
      {call.themes.length > 0 && (
        <>
          <h2 id="themes" className="mt-6 text-small font-medium">
            {finding.themes()}
          </h2>
          <ul aria-labelledby="themes" className="-mx-2 flex flex-wrap gap-x-2 text-ui">
            {call.themes.map(({ slug, title }) => (
              <li key={slug}>
                <a
                  href={localized(`/themes/${slug}`)}
                  className="inline-flex min-h-target items-center px-2"
                >
                  <bdi>{title}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-5 text-ui">
        {call.open ? (
          <ButtonLink href={localized(`/calls/${call.slug}/share`)}>
            {reading.tellYours()}
          </ButtonLink>
        ) : (
          finding.callClosed()
        )}
      </p>
    </>
  );
}
