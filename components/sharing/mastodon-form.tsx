import { TextInput } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import { SERVER_LIMIT } from "#components/sharing/mastodon-server.ts";
import { Button } from "#components/ui/button.tsx";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";

type MastodonFormProps = { id: string; typed: string; isWrong: boolean };

/** Asks for the server, which only whoever shares knows. Nothing is kept of it. */
export function MastodonForm({ id, typed, isWrong }: MastodonFormProps) {
  return (
    <form method="get" action={localized(`/stories/${id}/mastodon`)} className="grid gap-6">
      <Field
        id="server"
        label={reading.mastodonServer()}
        hint={reading.mastodonExample()}
        error={isWrong ? reading.mastodonUnknown() : undefined}
      >
        {(aria) => (
          <TextInput
            name="server"
            dir="ltr"
            required
            maxLength={SERVER_LIMIT}
            autoCapitalize="none"
            spellCheck={false}
            inputMode="url"
            defaultValue={typed}
            {...aria}
          />
        )}
      </Field>
      <Button className="justify-self-start">{reading.mastodonContinue()}</Button>
    </form>
  );
}
