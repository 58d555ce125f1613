"use client";

import { TextInput } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Field } from "#components/forms/field.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { inviteAction } from "#lib/accounts/team/actions.ts";
import {
  invitationSchema,
  readInvitation,
  roleWords,
  teamRoles,
} from "#lib/accounts/team/schema.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";

export function InvitationForm() {
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: inviteAction,
    initial: { failure: null, values: { email: "", role: "MODERATOR" } },
    schema: invitationSchema,
    read: readInvitation,
    problem: accounts.notInvited(),
  });
  return (
    <form {...formProps} aria-labelledby="invite">
      <ErrorSummary failure={failure} />
      <Field
        id="email"
        label={accounts.memberEmail()}
        hint={accounts.memberEmailHint()}
        error={errorOf("email")}
      >
        {(aria) => (
          <TextInput
            {...aria}
            {...register("email")}
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            defaultValue={state.values.email}
          />
        )}
      </Field>
      <Fieldset id="role" legend={accounts.role()} error={errorOf("role")}>
        <div className="checks">
          {teamRoles.map((role) => (
            <div key={role} className="check">
              <input
                type="radio"
                id={`role-${role}`}
                value={role}
                defaultChecked={state.values.role === role}
                {...register("role")}
              />
              <label htmlFor={`role-${role}`}>
                <span className="font-semibold">{roleWords[role].name()}</span>{" "}
                <span className="text-quiet">{roleWords[role].does()}</span>
              </label>
            </div>
          ))}
        </div>
      </Fieldset>
      <SubmitButton pending={pending} pendingLabel={accounts.inviting()}>
        {accounts.inviteIt()}
      </SubmitButton>
    </form>
  );
}
