"use client";

import { Farewell } from "#components/accounts/own/farewell.tsx";
import { LeavingForm } from "#components/accounts/own/leaving-form.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { deleteAccountAction } from "#lib/accounts/own/leaving/actions.ts";
import type { Leave } from "#lib/accounts/own/leaving/queries.ts";
import { emptyLeaving, leavingSchema, readLeaving } from "#lib/accounts/own/leaving/schema.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";

const initial = { failure: null, values: emptyLeaving, left: null };

/**
 * Deleting one's account, from the question to the last page. One component, because the last page
 * is what the form is answered with: its links stand in that answer only.
 */
export function LeavingPage({ leave }: { leave: Leave | null }) {
  const form = useActionForm({
    action: deleteAccountAction,
    initial,
    schema: leavingSchema,
    read: readLeaving,
    problem: accounts.notDeleted(),
  });
  if (form.state.left) return <Farewell left={form.state.left} />;
  if (!leave) {
    return (
      <>
        <PageHeading title={accounts.deleteTitle()}>
          <p>{accounts.deleteNeedsSignIn()}</p>
        </PageHeading>
        <ErrorSummary failure={form.failure} />
        <ButtonLink href={signInTo("/my/account/delete")}>{accounts.signIn()}</ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHeading title={accounts.deleteAsk()}>
        <p>{accounts.deleteAskHow()}</p>
      </PageHeading>
      {leave.isLastAdmin ? (
        <Notice title={accounts.onlyAdmin()}>
          <p className="mt-1 mb-4">{accounts.onlyAdminHow()}</p>
          <ButtonLink href={localized("/moderation/team")}>{accounts.toTeam()}</ButtonLink>
        </Notice>
      ) : (
        <LeavingForm leave={leave} form={form} />
      )}
    </>
  );
}
