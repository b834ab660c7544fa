/** A date with transactions. */
export interface TradingDay {
  /** yyyy-mm-dd */
  readonly date: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Rows, of a doubled stretch one copy. */
  readonly rows: number;
  /** Their signed turnover. */
  readonly revenue: number;
}
