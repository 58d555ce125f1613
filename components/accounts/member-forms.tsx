"use client";

import { useActionState, useState } from "react";
import { Select } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Field } from "#components/forms/field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { hidden } from "#components/ui/hidden.tsx";
import { changeRoleAction, removeFromTeamAction } from "#lib/accounts/team/actions.ts";
import { type TeamRole, roleWords, teamRoles } from "#lib/accounts/team/schema.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";

type MemberFormsProps = { userId: string; role: TeamRole; who: string };

/** What an admin can do about someone on the team. Two steps: a slip removes nobody. */
export function MemberForms({ userId, role, who }: MemberFormsProps) {
  const [changed, changeAction] = useActionState(changeRoleAction, { failure: null });
  const [removed, removeAction] = useActionState(removeFromTeamAction, { failure: null });
  const [pressed, setPressed] = useState<"change" | "remove" | null>(null);
  const anyFailure = changed.failure ?? removed.failure;
  // Without JavaScript nothing says which was pressed, and there is only one.
  const failure =
    pressed === null ? anyFailure : pressed === "change" ? changed.failure : removed.failure;
  return (
    <details className="more" open={anyFailure !== null || undefined}>
      <summary>{accounts.changeMember({ who, hidden })}</summary>
      <div className="pt-4 pb-2">
        <ErrorSummary failure={failure} />
        <form
          action={changeAction}
          onSubmit={() => setPressed("change")}
          className="flex flex-wrap items-end gap-4"
        >
          <input type="hidden" name="userId" value={userId} />
          <Field id={`role-${userId}`} label={accounts.role()} className="mb-0! min-w-44">
            {(aria) => (
              <Select {...aria} name="role" defaultValue={role}>
                {teamRoles.map((each) => (
                  <option key={each} value={each}>
                    {roleWords[each].name()}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <SubmitButton tone="quiet" pendingLabel={accounts.saving()}>
            {accounts.saveRole({ who, hidden })}
          </SubmitButton>
        </form>
        <form action={removeAction} onSubmit={() => setPressed("remove")} className="mt-6">
          <input type="hidden" name="userId" value={userId} />
          <SubmitButton tone="risk" pendingLabel={accounts.removing()}>
            {accounts.removeMember({ who, hidden })}
          </SubmitButton>
        </form>
      </div>
    </details>
  );
}
