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
  if (typeof error !== "object" || error === null) return undefined;
  if ("message" in error && typeof error.message === "string") return error.message;
  for (const [key, inner] of Object.entries(error)) {
    // `ref` is the field's element, with all of the page behind it.
    const message = key === "ref" ? undefined : findMessage(inner);
    if (message) return message;
  }
  return undefined;
}
