import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";

/** What `/my` is for someone who is not signed in: nobody needs to be. */
export function NoAccount() {
  return (
    <>
      <PageHeading title={accounts.yourStories()}>
        <p>{accounts.noAccountIntro()}</p>
      </PageHeading>
      <div className="space-y-12">
        <section aria-labelledby="lost">
          <h2 id="lost" className="text-ui font-semibold">
            {accounts.linkLost()}
          </h2>
          <p className="mt-1 mb-4 text-ui text-quiet">{accounts.linkLostHow()}</p>
          <ButtonLink tone="quiet" href={localized("/my/lost-link")}>
            {accounts.askLostLink()}
          </ButtonLink>
        </section>
        <section aria-labelledby="account">
          <h2 id="account" className="text-ui font-semibold">
            {accounts.keepInAccount()}
          </h2>
          <p className="mt-1 mb-4 text-ui text-quiet">{accounts.keepInAccountHow()}</p>
          <ButtonLink href={signInTo("/my")}>{accounts.signIn()}</ButtonLink>
        </section>
      </div>
    </>
  );
}
