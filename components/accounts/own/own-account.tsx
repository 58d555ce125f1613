import { OwnName, hasNameToChoose } from "#components/accounts/own/own-name.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Day } from "#components/ui/day.tsx";
import { signOutAction } from "#lib/accounts/actions.ts";
import type { OwnAccount as OwnAccountData } from "#lib/accounts/own/queries.ts";
import { roleWords } from "#lib/accounts/team/schema.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";

type OwnAccountProps = {
  account: OwnAccountData;
  /** Of the form of the name: another one after each saving. */
  formKey: string;
};

/** What someone's own account is, and what they can do with it. */
export function OwnAccount({ account, formKey }: OwnAccountProps) {
  const { name, email, role, since } = account;
  const standing = {
    role: roleWords[role].name(),
    day: () => <Day iso={since} />,
  };
  return (
    <div className="space-y-12">
      <section aria-labelledby="who">
        <h2 id="who" className="text-ui font-semibold">
          {accounts.signedIn()}
        </h2>
        <p className="mt-1 mb-4 text-lead break-words">
          <bdi>{email ?? name}</bdi>
          <span className="block text-small text-quiet">
            {name && email
              ? accounts.nameRoleSince({ ...standing, name, who: (name) => <bdi>{name}</bdi> })
              : accounts.roleSince(standing)}
          </span>
        </p>
        <form action={signOutAction}>
          <Button tone="quiet">{accounts.signOut()}</Button>
        </form>
      </section>
      {hasNameToChoose(account) && (
        <section aria-labelledby="own-name">
          <h2 id="own-name" className="text-ui font-semibold">
            {accounts.yourName()}
          </h2>
          <OwnName person={account} page="account" formKey={formKey} />
        </section>
      )}
      <section aria-labelledby="copy">
        <h2 id="copy" className="text-ui font-semibold">
          {accounts.copyTitle()}
        </h2>
        <p className="mt-1 mb-4 text-ui text-quiet">{accounts.copyHow()}</p>
        <ButtonLink tone="quiet" href={localized("/my/export")} download>
          {accounts.download()}
        </ButtonLink>
      </section>
      <section aria-labelledby="delete">
        <h2 id="delete" className="text-ui font-semibold">
          {accounts.deleteTitle()}
        </h2>
        <p className="mt-1 mb-4 text-ui text-quiet">{accounts.deleteHow()}</p>
        <ButtonLink tone="risk" href={localized("/my/account/delete")}>
          {accounts.deleteIt()}
        </ButtonLink>
      </section>
    </div>
  );
}
