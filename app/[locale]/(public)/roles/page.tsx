import type { Metadata } from "next";
import { WaysToRead } from "#components/finding/ways-to-read.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getOpenCall } from "#lib/calls/queries.ts";
import { listRoles } from "#lib/finding/queries.ts";
import { findRole } from "#lib/finding/roles.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import { localized } from "#lib/locale.ts";
import { alternatesOf } from "#lib/site/alternates.ts";

// On demand, then from the cache, like the feed.
export const generateStaticParams = () => [];

export const generateMetadata = (): Metadata => ({
  title: finding.storiesByRole(),
  alternates: alternatesOf("/roles"),
});

export default async function RolesPage() {
  const [roles, call] = await Promise.all([listRoles(), getOpenCall()]);
  return (
    <Page>
      <PageHeading title={finding.storiesByRole()}>
        <p>{finding.bySaidRole()}</p>
      </PageHeading>
      <WaysToRead current="/roles" call={call?.slug ?? null} />
      {roles.length > 0 ? (
        <ul>
          {roles.map((slug) => (
            <li key={slug}>
              <a
                href={localized(`/roles/${slug}`)}
                className="inline-flex min-h-target items-center"
              >
                {findRole(slug)?.title}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="words">{finding.nobodySaidRole()}</p>
      )}
    </Page>
  );
}
