import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ListPage } from "#components/finding/list-page.tsx";
import { listName } from "#lib/finding/listings.ts";
import { addressOf, olderOf } from "#lib/finding/older.ts";
import { listStories, pageBefore } from "#lib/finding/queries.ts";
import { findRole } from "#lib/finding/roles.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import { localized } from "#lib/locale.ts";
import { alternatesOf } from "#lib/site/alternates.ts";

// On demand, then from the cache, like the feed.
export const generateStaticParams = () => [];

type Props = PageProps<"/[locale]/roles/[slug]/[[...older]]">;

async function read({ params }: Props) {
  const { slug, older: path } = await params;
  const cursor = olderOf(path);
  const role = findRole(slug);
  if (cursor === undefined || !role) notFound();
  return { href: `/roles/${slug}`, list: listName("role", slug), cursor, role };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { href, cursor, role } = await read(props);
  return {
    title: role.title,
    alternates: alternatesOf(addressOf(href, cursor)),
  };
}

export default async function RolePage(props: Props) {
  const { href, list, cursor, role } = await read(props);
  const page = await listStories({ list, cursor });
  if (!page) notFound();
  return (
    <ListPage
      href={href}
      title={role.title}
      intro={
        <>
          <p>{finding.bySaidRole()}</p>
          <a href={localized("/roles")} className="inline-flex min-h-target items-center text-ui">
            {finding.otherRoles()}
          </a>
        </>
      }
      order={finding.newestFirst()}
      page={page}
      before={await pageBefore(list, cursor)}
      first={cursor === null}
      empty={finding.noneOfRole()}
    />
  );
}
