/**
 * What engines write differently, as functions that give SQL text. Everything else in this room is standard SQL:
 * aggregates, window functions, FILTER, scalar subqueries. Another engine is another object of this shape.
 */
export interface Dialect {
  /** A relation of a WITH clause: `kept` where several others read it, else folded into them. */
  relation(name: string, sql: string, kept: boolean): string;
  /** Whole days from one date to another. */
  daysBetween(from: string, to: string): string;
  /** 1 for Monday to 7 for Sunday. */
  isoWeekday(date: string): string;
  /** The month of a date as text, 2011-12. */
  yearMonth(date: string): string;
  /** The whole number that a text stands for; null where it stands for none. */
  wholeNumber(text: string): string;
  /** Aggregate: the median, midway between the two middle values. */
  median(value: string): string;
  /** Aggregate: a quantile with linear interpolation (type 7 of Hyndman and Fan 1996). */
  quantile(value: string, share: number): string;
  /** Aggregate: the value of the row that comes first by the keys. */
  firstBy(value: string, keys: readonly string[]): string;
}

/** The embedded engine's dialect. */
export const duckdb: Dialect = {
  relation: (name, sql, kept) => `${name} AS ${kept ? "" : "NOT "}MATERIALIZED (${sql})`,
  daysBetween: (from, to) => `date_diff('day', ${from}, ${to})`,
  isoWeekday: (date) => `isodow(${date})`,
  yearMonth: (date) => `strftime(${date}, '%Y-%m')`,
  wholeNumber: (text) => `try_cast(${text} AS BIGINT)`,
  median: (value) => `median(${value})`,
  quantile: (value, share) => `quantile_cont(${value}, ${share})`,
  firstBy: (value, keys) => `arg_min(${value}, row(${keys.join(", ")}))`,
};
