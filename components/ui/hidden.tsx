import type { ReactNode } from "react";

/** What only screen readers say, as a tag of a message: "Change <hidden>{name}</hidden>". */
export const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>;
