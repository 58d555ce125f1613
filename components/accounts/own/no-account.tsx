import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { signInTo } from "#lib/accounts/local-path.ts";
import { localized } from "#lib/locale.ts";

/** What `/my` is for someone who is not signed in: nobody needs to be. */
export function NoAccount() {
  return (
    <>
      <PageHeading title="Your stories">
        <p>
          You need no account here. When you shared a story you were given a private link: open it
          to see what became of your story, to change it, or to take it back.
        </p>
      </PageHeading>
      <div className="space-y-12">
        <section aria-labelledby="lost">
          <h2 id="lost" className="text-ui font-semibold">
            The link is lost?
          </h2>
          <p className="mt-1 mb-4 text-ui text-quiet">
            If you gave us an e-mail address with your story, we send the link there again.
          </p>
          <ButtonLink tone="quiet" href={localized("/my/lost-link")}>
            Ask for a lost link
          </ButtonLink>
        </section>
        <section aria-labelledby="account">
          <h2 id="account" className="text-ui font-semibold">
            You keep your stories in an account?
          </h2>
          <p className="mt-1 mb-4 text-ui text-quiet">Sign in, and they are listed here.</p>
          <ButtonLink href={signInTo("/my")}>Sign in</ButtonLink>
        </section>
      </div>
    </>
  );
}
