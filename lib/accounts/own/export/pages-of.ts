/** How many rows a query brings at once. */
export const PAGE_ROWS = 500;

/**
 * Every row of a list that can be long, read a page at a time. `read` answers at most PAGE_ROWS rows
 * in the order of their ids, from after the one that is given.
 */
export async function pagesOf<Row extends { id: string }>(
  read: (page: { take: number; skip?: number; cursor?: { id: string } }) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const last = rows.at(-1);
    const after = last ? { cursor: { id: last.id }, skip: 1 } : {};
    const page = await read({ take: PAGE_ROWS, ...after });
    rows.push(...page);
    if (page.length < PAGE_ROWS) return rows;
  }
}
