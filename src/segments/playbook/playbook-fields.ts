/** What a column of the playbook holds. */
export interface PlaybookField {
  /** Header of the column. */
  readonly column: string;
  readonly kind: "text" | "effort" | "probability" | "cost";
}

/** The columns of the playbook as a table, in order. */
export const playbookFields: readonly PlaybookField[] = [
  { column: "persona", kind: "text" },
  { column: "goal", kind: "text" },
  { column: "offer", kind: "text" },
  { column: "channel", kind: "text" },
  { column: "timing", kind: "text" },
  { column: "message", kind: "text" },
  { column: "avoid", kind: "text" },
  { column: "metric", kind: "text" },
  { column: "guard_rail", kind: "text" },
  { column: "effort", kind: "effort" },
  { column: "uplift_low", kind: "probability" },
  { column: "uplift_base", kind: "probability" },
  { column: "uplift_high", kind: "probability" },
  { column: "uplift_source", kind: "text" },
  { column: "discount", kind: "probability" },
  { column: "contact_cost", kind: "cost" },
];
