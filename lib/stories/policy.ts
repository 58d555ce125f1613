/** What anyone may read. Every public query starts from this. */
export const published = { status: "PUBLISHED" } as const;
