import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { HelplineForm } from "#components/helplines/helpline-form.tsx";
import { RemoveHelpline } from "#components/helplines/remove-helpline.tsx";
import { Desk } from "#components/layout/desk.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { signInTo } from "#lib/accounts/local-path.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import * as said from "#lib/generated/messages/helplines.ts";
import { everyCountry } from "#lib/helplines/countries.ts";
import { getHelplineForEditing } from "#lib/helplines/queries.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: said.changeTitle(),
  robots: { index: false, follow: false },
});

export default async function HelplinePage({
  params,
}: PageProps<"/[locale]/moderation/helplines/[id]">) {
  const { id } = await params;
  const viewer = await getViewer();
  const helpline = await getHelplineForEditing(viewer, id);
  if (!viewer) redirect(signInTo(`/moderation/helplines/${id}`));
  if (!helpline) notFound();
  const { seen, values } = helpline;
  return (
    <Desk viewer={viewer} current="helplines">
      <main className="desk-helplines">
        <PageHeading title={<span id="change">{said.changeThis()}</span>}>
          <p>{said.changeHow()}</p>
        </PageHeading>
        <HelplineForm
          helpline={{ id, seen }}
          values={values}
          countries={everyCountry()}
          labelledBy="change"
        />
        <RemoveHelpline id={id} seen={seen} />
      </main>
    </Desk>
  );
}
