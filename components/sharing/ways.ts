import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";
import { gateSentence } from "#lib/stories/gate.ts";
import type { StoryCard } from "#lib/stories/queries.ts";
import { titleOf } from "#lib/stories/title.ts";

/** What is passed on with a story's link: the beginning of its words, or what stands on their gate. */
export function sharedText(story: Pick<StoryCard, "text" | "warnings" | "gated">): string {
  return gateSentence(story)?.replace("\n", " ") ?? reading.quoted({ words: titleOf(story.text) });
}

type Shared = { id: string; text: string; url: string; site: string };

const query = (values: Record<string, string>) =>
  Object.entries(values)
    // Not URLSearchParams: mail programs show its plus signs.
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");

/** Plain links: nobody else hears of a story before one is followed. */
export function waysToShare({ id, text, url, site }: Shared): { name: string; href: string }[] {
  const both = `${text}\n${url}`;
  return [
    { name: "X", href: `https://x.com/intent/post?${query({ text, url })}` },
    { name: "Bluesky", href: `https://bsky.app/intent/compose?${query({ text: both })}` },
    { name: "Mastodon", href: localized(`/stories/${id}/mastodon`) },
    { name: "WhatsApp", href: `https://wa.me/?${query({ text: both })}` },
    {
      name: reading.byMail(),
      href: `mailto:?${query({ subject: reading.mailSubject({ site }), body: `${text}\r\n\r\n${url}` })}`,
    },
  ];
}

export const mastodonLink = (server: string, { text, url }: Pick<Shared, "text" | "url">) =>
  `https://${server}/share?${query({ text: `${text}\n${url}` })}`;
