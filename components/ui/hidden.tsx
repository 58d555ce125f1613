import type { Tag } from "#lib/messages/rich.ts";

/** What only screen readers say, as a tag of a message: "Change <hidden>{name}</hidden>". */
export const hidden: Tag = (words) => <span className="sr-only">{words}</span>;
