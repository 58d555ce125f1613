"use client";

import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { ContactFields } from "#components/stories/contact-fields.tsx";
import * as own from "#lib/generated/messages/own.ts";
import { type ContactValues, noContact } from "#lib/stories/contact.ts";
import { setContactAction } from "#lib/stories/own/actions.ts";
import { contactSchema, readOwnContact } from "#lib/stories/own/schema.ts";

type ContactFormProps = { way: string; contact: ContactValues | null };

export function ContactForm({ way, contact }: ContactFormProps) {
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: setContactAction,
    initial: { failure: null, values: contact ?? noContact },
    schema: contactSchema,
    read: readOwnContact,
    problem: own.addressUnsaved(),
  });
  return (
    <form {...formProps} aria-label={own.mail()}>
      <ErrorSummary failure={failure} />
      <input type="hidden" name="way" value={way} />
      <ContactFields
        values={state.values}
        errors={{ email: errorOf("email") }}
        register={register}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton tone="quiet" pending={pending} pendingLabel={own.saving()}>
          {own.saveAddress()}
        </SubmitButton>
        {contact && (
          <SubmitButton
            tone="quiet"
            name="erase"
            value="yes"
            pending={pending}
            pendingLabel={own.erasingAddress()}
          >
            {own.eraseAddress()}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
