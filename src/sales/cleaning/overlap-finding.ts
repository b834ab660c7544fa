/** What the data say about a stretch of time that stands in the file twice. */
export interface Overlap {
  /** How it was judged: the file's order, the copies of its lines, or not at all. */
  readonly method: "none" | "seam" | "doubled days" | "not judged";
  /** First and last day of the doubled stretch, as yyyy-mm-dd; null where there is none. */
  readonly from: string | null;
  readonly to: string | null;
  /** Rows dropped as second copies. */
  readonly rows: number;
  /** The finding in a sentence. */
  readonly finding: string;
}
