/** What describes the values of orders: each is Gamma(`p`, ν), and ν differs between customers as Gamma(`q`, `gamma`). */
export interface ValueParameters {
  readonly p: number;
  readonly q: number;
  /** In the file's currency. */
  readonly gamma: number;
}

/** What the model of order values needs to know of customers, a column each. */
export interface ValueHistory {
  /** Purchase days whose net value is above 0. */
  readonly valuedDays: Float64Array;
  /** Mean net value of those days in the file's currency; 0 without any. */
  readonly meanDayValue: Float64Array;
}
