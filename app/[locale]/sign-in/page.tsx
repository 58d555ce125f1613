import type { Metadata } from "next";
import { problemOf } from "#components/accounts/problems.ts";
import { ProviderButtons } from "#components/accounts/provider-buttons.tsx";
import { SignInForm } from "#components/accounts/sign-in-form.tsx";
import { SignedIn } from "#components/accounts/signed-in.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { localPath } from "#lib/accounts/local-path.ts";
import { getViewer } from "#lib/accounts/viewer.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: "Sign in",
  robots: { index: false, follow: false },
});

export default async function SignIn({ searchParams }: PageProps<"/[locale]/sign-in">) {
  const { error, next: asked } = await searchParams;
  const next = localPath(asked);
  const viewer = await getViewer();
  return (
    <Page>
      {viewer ? (
        <SignedIn viewer={viewer} next={next} />
      ) : (
        <>
          <PageHeading title="Sign in">
            <p>
              You need no account to read or to share. With one, your stories are all in one place.
            </p>
          </PageHeading>
          <SignInForm next={next} problem={problemOf(error)} />
          <ProviderButtons next={next} />
        </>
      )}
    </Page>
  );
}
