import { Fragment, type ReactNode, createElement } from "react";
import { type Message, type Values, partsOf } from "#lib/messages/message.ts";

/** What a tag in a message becomes, given what stands in it. */
export type Tag = (inside: ReactNode) => ReactNode;

/** A message with tags: `Read <link>the stories</link>`. */
export function rich<Given extends Record<string, Values[string] | Tag>>(
  message: Message,
): (values: Given) => ReactNode {
  return (values) => {
    const made = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "function" ? (inside: ReactNode[]) => value(together(inside)) : value,
    ]);
    return together(partsOf<ReactNode>(message, Object.fromEntries(made)));
  };
}

const together = (parts: ReactNode[]) => createElement(Fragment, null, ...parts);
