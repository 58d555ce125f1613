import "server-only";
import { listName } from "#lib/finding/listings.ts";
import { findCall, findTheme } from "#lib/finding/headings/queries.ts";
import * as feeds from "#lib/generated/messages/feeds.ts";
import { siteSettings } from "#lib/site/settings.ts";

/** What a feed is of. */
export type Channel = {
  /** A name that `listName` made; null for all stories. */
  list: string | null;
  /** The address of the page that shows the same. */
  home: string;
  title: string;
  description: string;
};

export function siteChannel(): Channel {
  const { name, intro } = siteSettings();
  return { list: null, home: "/", title: name, description: intro };
}

/** Null when there is no such theme. */
export async function themeChannel(slug: string): Promise<Channel | null> {
  const theme = await findTheme(slug);
  if (!theme) return null;
  const { name } = siteSettings();
  return {
    list: listName("theme", slug),
    home: `/themes/${slug}`,
    title: `${theme.title} · ${name}`,
    description: feeds.themeDescription({ theme: theme.title }),
  };
}

/** Null when there is no such call, or not yet. */
export async function callChannel(slug: string): Promise<Channel | null> {
  const call = await findCall(slug);
  if (!call) return null;
  const { name } = siteSettings();
  return {
    list: listName("call", slug),
    home: `/calls/${slug}`,
    title: `${call.title} · ${name}`,
    description: call.prompt,
  };
}
