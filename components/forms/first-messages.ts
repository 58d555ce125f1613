/** The first message of each field, however deep in the field it was found. */
export function firstMessages(errors: object): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([field, error]) => {
      const message = findMessage(error);
      return message ? [[field, [message]]] : [];
    }),
  );
}

function findMessage(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || error instanceof Element) return undefined;
  if ("message" in error && typeof error.message === "string") return error.message;
  for (const inner of Object.values(error)) {
    const message = findMessage(inner);
    if (message) return message;
  }
  return undefined;
}
