import { OwnName, hasNameToChoose } from "#components/accounts/own/own-name.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Day } from "#components/ui/day.tsx";
import { signOutAction } from "#lib/accounts/actions.ts";
import type { OwnAccount as OwnAccountData } from "#lib/accounts/own/queries.ts";
import { roleWords } from "#lib/accounts/team/schema.ts";
import { localized } from "#lib/locale.ts";

type OwnAccountProps = {
  account: OwnAccountData;
  /** Of the form of the name: another one after each saving. */
  formKey: string;
};

/** What someone's own account is, and what they can do with it. */
export function OwnAccount({ account, formKey }: OwnAccountProps) {
  const { name, email, role, since } = account;
  return (
    <div className="space-y-12">
      <section aria-labelledby="who">
        <h2 id="who" className="text-ui font-semibold">
          Signed in
        </h2>
        <p className="mt-1 mb-4 text-lead break-words">
          <bdi>{email ?? name}</bdi>
          <span className="block text-small text-quiet">
            {name && email && (
              <>
                <bdi>{name}</bdi>,{" "}
              </>
            )}
            {roleWords[role].name}, here since <Day iso={since} />
          </span>
        </p>
        <form action={signOutAction}>
          <Button tone="quiet">Sign out</Button>
        </form>
      </section>
      {hasNameToChoose(account) && (
        <section aria-labelledby="own-name">
          <h2 id="own-name" className="text-ui font-semibold">
            Your name
          </h2>
          <OwnName person={account} page="account" formKey={formKey} />
        </section>
      )}
      <section aria-labelledby="copy">
        <h2 id="copy" className="text-ui font-semibold">
          A copy of everything
        </h2>
        <p className="mt-1 mb-4 text-ui text-quiet">
          A file with all that is kept here about you: your stories in every version, what was
          decided about them, what you allowed, your sign-ins. Other programs can read it.
        </p>
        <ButtonLink tone="quiet" href={localized("/my/export")} download>
          Download my data
        </ButtonLink>
      </section>
      <section aria-labelledby="delete">
        <h2 id="delete" className="text-ui font-semibold">
          Delete your account
        </h2>
        <p className="mt-1 mb-4 text-ui text-quiet">
          We ask you for each of your stories whether to withdraw it or to keep it as Anonymous.
          Nothing happens before you confirm.
        </p>
        <ButtonLink tone="risk" href={localized("/my/account/delete")}>
          Delete my account
        </ButtonLink>
      </section>
    </div>
  );
}
