"use client";

import { useActionState } from "react";
import { Chip } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { type WarningSlug, warningGroups } from "#lib/content-warnings/list.ts";
import * as care from "#lib/generated/messages/care.ts";
import { avoidKindsAction } from "#lib/moderation/care/actions.ts";

/** What a moderator would rather not get. Saved as it stands: nothing checked means everything. */
export function KindsForm({ chosen }: { chosen: WarningSlug[] }) {
  const [{ failure }, action] = useActionState(avoidKindsAction, { failure: null });
  return (
    <form action={action} aria-labelledby="kinds">
      <ErrorSummary failure={failure} />
      <Fieldset id="avoids" legend={care.avoids()} error={failure?.fieldErrors?.avoids?.[0]}>
        <div className="kind-groups">
          {warningGroups.map(({ name, warnings }) => (
            <fieldset key={warnings[0].slug}>
              <legend className="mb-2 text-small text-quiet">{name()}</legend>
              <div className="chips">
                {warnings.map(({ slug, label }) => (
                  <Chip
                    key={slug}
                    id={`avoids-${slug}`}
                    type="checkbox"
                    name="avoids"
                    value={slug}
                    label={label()}
                    defaultChecked={chosen.includes(slug)}
                  />
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      </Fieldset>
      <SubmitButton pendingLabel={care.saving()}>{care.save()}</SubmitButton>
    </form>
  );
}
