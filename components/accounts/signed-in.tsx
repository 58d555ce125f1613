import { Button, ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { signOutAction } from "#lib/accounts/actions.ts";
import { deskOf } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { localized } from "#lib/locale.ts";

const placeWords = {
  "/moderation": "Go to the queue",
  "/moderation/calls": "Go to the calls",
  "/my": "Go to your stories",
};

type SignedInProps = { viewer: Viewer; next: string | null };

/** What /sign-in is for someone who has done it. */
export function SignedIn({ viewer, next }: SignedInProps) {
  const place = deskOf(viewer) ?? "/my";
  return (
    <>
      <PageHeading title="You are signed in">
        <p>
          As <bdi className="break-words text-ink">{viewer.email ?? viewer.name}</bdi>.
        </p>
      </PageHeading>
      <form action={signOutAction} className="flex flex-wrap gap-3">
        <ButtonLink href={next ?? localized(place)}>
          {next ? "Go on" : placeWords[place]}
        </ButtonLink>
        {(next ?? place) !== "/my" && (
          <ButtonLink tone="quiet" href={localized("/my")}>
            Your stories
          </ButtonLink>
        )}
        <Button tone="quiet">Sign out</Button>
      </form>
    </>
  );
}
