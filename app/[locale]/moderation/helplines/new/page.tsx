import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { HelplineForm } from "#components/helplines/helpline-form.tsx";
import { Desk } from "#components/layout/desk.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { signInTo } from "#lib/accounts/local-path.ts";
import { may } from "#lib/accounts/rights.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import * as said from "#lib/generated/messages/helplines.ts";
import { everyCountry } from "#lib/helplines/countries.ts";
import { readDays } from "#lib/helplines/queries.ts";
import { emptyHelplineForm } from "#lib/helplines/schema.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: said.add(),
  robots: { index: false, follow: false },
});

export default async function NewHelplinePage() {
  const viewer = await getViewer();
  if (!viewer) redirect(signInTo("/moderation/helplines/new"));
  if (!may(viewer, "edit-helplines")) notFound();
  const { today } = await readDays();
  return (
    <Desk viewer={viewer} current="helplines">
      <main className="desk-helplines">
        <PageHeading title={<span id="add">{said.add()}</span>}>
          <p>{said.addHow()}</p>
        </PageHeading>
        <HelplineForm
          values={{ ...emptyHelplineForm, checkedOn: today }}
          countries={everyCountry()}
          labelledBy="add"
        />
      </main>
    </Desk>
  );
}
