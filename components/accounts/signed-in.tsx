import { Button, ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { signOutAction } from "#lib/accounts/actions.ts";
import { deskOf } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";

const placeWords = {
  "/moderation": accounts.toQueue,
  "/moderation/calls": accounts.toCalls,
  "/my": accounts.toStories,
};

type SignedInProps = { viewer: Viewer; next: string | null };

/** What /sign-in is for someone who has done it. */
export function SignedIn({ viewer, next }: SignedInProps) {
  const place = deskOf(viewer) ?? "/my";
  return (
    <>
      <PageHeading title={accounts.signedInTitle()}>
        <p>
          {accounts.signedInAs({
            name: viewer.email ?? viewer.name ?? "",
            who: (name) => <bdi className="break-words text-ink">{name}</bdi>,
          })}
        </p>
      </PageHeading>
      <form action={signOutAction} className="flex flex-wrap gap-3">
        <ButtonLink href={next ?? localized(place)}>
          {next ? accounts.goOn() : placeWords[place]()}
        </ButtonLink>
        {(next ?? localized(place)) !== localized("/my") && (
          <ButtonLink tone="quiet" href={localized("/my")}>
            {accounts.yourStories()}
          </ButtonLink>
        )}
        <Button tone="quiet">{accounts.signOut()}</Button>
      </form>
    </>
  );
}
