import { Button, ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { signOutAction } from "#lib/accounts/actions.ts";
import { isModerator } from "#lib/accounts/policy.ts";
import { canEditCalls } from "#lib/calls/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";

type SignedInProps = { viewer: Viewer; next: string | null };

/** What /sign-in is for someone who has done it. */
export function SignedIn({ viewer, next }: SignedInProps) {
  const [href, words] = isModerator(viewer)
    ? ["/moderation", "Go to the queue"]
    : canEditCalls(viewer)
      ? ["/moderation/calls", "Go to the calls"]
      : ["/", "Read the stories"];
  return (
    <>
      <PageHeading title="You are signed in">
        <p>
          As <bdi className="break-words text-ink">{viewer.email ?? viewer.name}</bdi>.
        </p>
      </PageHeading>
      <form action={signOutAction} className="flex flex-wrap gap-3">
        {next ? (
          <ButtonLink href={next}>Go on</ButtonLink>
        ) : (
          <ButtonLink href={href}>{words}</ButtonLink>
        )}
        <Button tone="quiet">Sign out</Button>
      </form>
    </>
  );
}
