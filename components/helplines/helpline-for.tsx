import { Fragment } from "react";
import { warningLabel } from "#lib/content-warnings/list.ts";
import * as said from "#lib/generated/messages/helplines.ts";
import type { Helpline } from "#lib/helplines/helpline.ts";

type HelplineForProps = { helpline: Pick<Helpline, "hours" | "languages" | "warnings"> };

/** When a helpline answers, in which languages, and about what, as far as that is told. */
export function HelplineFor({ helpline: { hours, languages, warnings } }: HelplineForProps) {
  const about = warnings?.map(warningLabel).join(", ");
  const told = [hours, languages, about && said.about({ warnings: about })].filter(Boolean);
  if (told.length === 0) return null;
  return (
    <p className="helpline-for">
      {told.map((words, at) => (
        <Fragment key={words}>
          {at > 0 && " · "}
          <bdi>{words}</bdi>
        </Fragment>
      ))}
    </p>
  );
}
