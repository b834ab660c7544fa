/**
 * The coefficient of variation of a column over its group, as portable SQL: sample standard deviation / mean, null
 * under two values or where the mean is not above 0. Exact up to the root, since its sums are decimals: engines' own
 * standard deviations differ in the last digits with the order of rows.
 */
export function variation(column: string): string {
  // one digit more than fits 64 bits: squares of millions need the room of 128
  const value = `CAST(${column} AS DECIMAL(19, 3))`;
  const sum = `CAST(sum(${value}) AS DECIMAL(19, 3))`;
  const squares = `sum(${value} * ${value})`;
  return `CASE WHEN count(*) > 1 AND ${sum} > 0
    THEN sqrt(CAST(count(*) * ${squares} - ${sum} * ${sum} AS DOUBLE) / (count(*) * (count(*) - 1))) / (CAST(${sum} AS DOUBLE) / count(*)) END`;
}
