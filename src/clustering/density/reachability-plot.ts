/** What OPTICS finds: rows in the order in which a growing cluster reaches them. */
export interface ReachabilityPlot {
  /** Row numbers, in order. */
  readonly ordering: Int32Array;
  /** One a row: the least distance at which it was reached; infinite where a new cluster began. */
  readonly reachability: Float64Array;
  /** One a row: the distance at which it becomes a core point; infinite above maxEps. */
  readonly coreDistances: Float64Array;
  /** One a row: the row that it was reached from; −1 where a new cluster began. */
  readonly predecessor: Int32Array;
}
