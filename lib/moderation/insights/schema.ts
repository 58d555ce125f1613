import { z } from "zod";
import { firstDay, lastDay } from "#lib/calls/schema.ts";

/** How far back one can look: so many days until today, or between two days. */
export const periods = ["30", "90", "365", "dates"] as const;

export type PeriodName = (typeof periods)[number];

// Years of four digits, between which a date field may choose as well.
const day = z.iso.date().refine((value) => value >= firstDay && value <= lastDay);

/** What the insights are about, as their address says it. What says nothing that we know is as usual. */
export const insightsFilterSchema = z.object({
  period: z.enum(periods).catch("90"),
  /** The first and the last day, UTC's; of the period "dates" only. */
  from: day.nullable().catch(null),
  to: day.nullable().catch(null),
  /** A slug. */
  call: z
    .string()
    .regex(/^[\w-]{1,120}$/)
    .nullable()
    .catch(null),
});

export type InsightsFilter = z.output<typeof insightsFilterSchema>;
