import type { ReactNode } from "react";
import { DataTable, type Table } from "#components/moderation/insights/data-table.tsx";
import { hidden } from "#components/ui/hidden.tsx";
import * as records from "#lib/generated/messages/records.ts";

type ChartFigureProps = {
  id: string;
  title: string;
  /** What it shows; null where there is nothing to show. */
  finding: string | null;
  /** What will stand here, where there is nothing yet. */
  empty: string;
  /** How to read it. */
  note?: string;
  wide?: boolean;
  table: Table;
  /** The chart, which says `finding` to whoever doesn't see it. */
  children: (finding: string) => ReactNode;
};

/** A chart under its finding, with the table behind it. */
export function ChartFigure(props: ChartFigureProps) {
  const { id, title, finding, empty, note, wide = false, table, children } = props;
  return (
    <figure className={`insight ${wide ? "insight-wide" : ""}`} aria-labelledby={id}>
      <h2 id={id} className="insight-title">
        {title}
      </h2>
      {finding === null ? (
        <p className="insight-empty">{empty}</p>
      ) : (
        <>
          {/* The chart's own label, for whoever sees. */}
          <p className="insight-finding" aria-hidden="true">
            {finding}
          </p>
          {children(finding)}
          {note && <figcaption className="insight-note">{note}</figcaption>}
          <details className="more">
            <summary>{records.table({ title, hidden })}</summary>
            <DataTable caption={title} {...table} />
          </details>
        </>
      )}
    </figure>
  );
}
