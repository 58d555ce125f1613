import type { Metadata } from "next";
import { problemOf } from "#components/accounts/problems.ts";
import { ProviderButtons } from "#components/accounts/provider-buttons.tsx";
import { SignInForm } from "#components/accounts/sign-in-form.tsx";
import { SignedIn } from "#components/accounts/signed-in.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { wayOnOf } from "#lib/accounts/local-path.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: accounts.signIn(),
  robots: { index: false, follow: false },
});

export default async function SignIn({ searchParams }: PageProps<"/[locale]/sign-in">) {
  const { error, next: asked } = await searchParams;
  const next = wayOnOf(asked);
  const viewer = await getViewer();
  return (
    <Page>
      {viewer ? (
        <SignedIn viewer={viewer} next={next} />
      ) : (
        <>
          <PageHeading title={accounts.signIn()}>
            <p>{accounts.signInIntro()}</p>
          </PageHeading>
          <SignInForm next={next} problem={problemOf(error)} />
          <ProviderButtons next={next} />
        </>
      )}
    </Page>
  );
}
