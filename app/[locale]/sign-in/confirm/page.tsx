import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ConfirmForm } from "#components/accounts/confirm-form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { wayOnOf, withQuery } from "#lib/accounts/local-path.ts";
import { emailSchema } from "#lib/accounts/schema.ts";
import { isSignInToken } from "#lib/accounts/sign-in-token.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: accounts.signIn(),
  robots: { index: false, follow: false },
  // The address has the token and goes nowhere else. Not "no-referrer": browsers then say of the
  // form that it comes from nowhere, and it could not be told from a stranger's.
  referrer: "same-origin",
});

/** Looks nothing up: whether the link still works shows when the button is pressed. */
export default async function Confirm({ searchParams }: PageProps<"/[locale]/sign-in/confirm">) {
  const { token, email: given, next: asked } = await searchParams;
  const next = wayOnOf(asked);
  const email = emailSchema.safeParse(given);
  if (!isSignInToken(token) || !email.success) {
    redirect(localized(withQuery("/sign-in", { error: "Verification", next })));
  }
  return (
    <Page>
      <PageHeading title={accounts.oneMoreStep()}>
        <p>
          {accounts.aboutToSignIn({
            email: email.data,
            who: (address) => <bdi className="break-words text-ink">{address}</bdi>,
          })}
        </p>
      </PageHeading>
      <ConfirmForm token={token} email={email.data} next={next} />
    </Page>
  );
}
