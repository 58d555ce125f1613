import { hashtagKey, hashtagsIn } from "#lib/finding/hashtags.ts";
import { rolesIn } from "#lib/finding/roles.ts";

/** The lists that a story can stand in, by the first word of their name. */
export type ListKind = "theme" | "call" | "hashtag" | "role";

/** A list's name, as `Listing.list` has it. */
export function listName(kind: ListKind, key: string): string {
  return `${kind}:${key}`;
}

type Listed = { text: string; bylineRole: string | null; theme: string | null; call: string };

/** Every list that a story stands in. Slugs of its theme and call. */
export function listsOf({ text, bylineRole, theme, call }: Listed): string[] {
  const lists = [
    listName("call", call),
    ...(theme === null ? [] : [listName("theme", theme)]),
    ...hashtagsIn(text).map(({ tag }) => listName("hashtag", hashtagKey(tag))),
    ...rolesIn(bylineRole).map((slug) => listName("role", slug)),
  ];
  return [...new Set(lists)];
}
