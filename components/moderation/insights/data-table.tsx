import * as records from "#lib/generated/messages/records.ts";

export type Table = {
  /** The first names the rows. */
  columns: string[];
  rows: string[][];
};

/** So many rows are seen at once; more of them, or many columns, are scrolled. */
const ROWS_SEEN = 12;
const COLUMNS_SEEN = 4;

export function DataTable({ caption, columns, rows }: Table & { caption: string }) {
  const table = (
    <table className="insight-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], row) => (
          <tr key={row}>
            <th scope="row" dir="auto">
              {name}
            </th>
            {cells.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (rows.length <= ROWS_SEEN && columns.length <= COLUMNS_SEEN) return table;
  return (
    <div
      className="insight-scroll"
      role="region"
      aria-label={records.asTable({ title: caption })}
      tabIndex={0}
    >
      {table}
    </div>
  );
}
