import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import type { SalesColumn } from "../column-aliases.js";
import type { CanonicalView } from "./canonical-view.js";
import { readDates } from "./date-reading.js";
import { bareMoney, type DecimalSign, plainNumber, readDecimalSign } from "./number-reading.js";
import { trimmedText } from "./trimmed-text.js";

/** How values are to be read where the file leaves it open. */
export interface ReadingOptions {
  /** The way dates are written; found from the whole column where left out. */
  readonly dates?: string;
  /** The decimal sign of money; found from the whole column where left out. */
  readonly decimal?: DecimalSign;
  /** What decides where a column does not: how the locale writes. */
  readonly usual?: { readonly dates?: string; readonly decimal?: DecimalSign };
}

/** The SQL expressions that make typed columns of a canonical view, null where a value cannot be read. */
export interface TypedColumns {
  readonly sql: Readonly<
    Record<"invoice" | "sku" | "description" | "quantity" | "invoiced_at" | "price" | "customer" | "country", string>
  >;
  /** The line's total where the file has that instead of a price; null otherwise. */
  readonly amount: string | null;
  /** How texts of dates are read; undefined where the file stores moments. */
  readonly dates: string | undefined;
  /** What was found out about the way of writing, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Decides how each column of a canonical view is read.
 *
 * @throws SegmentLabError `ambiguous-dates` or `ambiguous-numbers` where the column does not decide
 */
export async function typedColumns(
  database: Database,
  view: CanonicalView,
  file: string,
  options: ReadingOptions,
): Promise<TypedColumns> {
  const notes: string[] = [];
  const isText = (role: SalesColumn) => view.types[role] === "VARCHAR";
  const moneyRole = view.types.price === undefined ? "amount" : "price";
  const moment =
    view.types.time === undefined
      ? trimmedText("invoiced_at")
      : `concat_ws(' ', ${trimmedText("invoiced_at")}, ${trimmedText("time")})`;
  // one pass over the file for both decisions: what is written differently, each text once
  if (isText("invoiced_at") || isText(moneyRole)) {
    await database.run(`CREATE OR REPLACE TEMP TABLE written AS
      SELECT moment, money FROM (SELECT ${isText("invoiced_at") ? moment : "NULL"} AS moment, ${isText(moneyRole) ? trimmedText(moneyRole) : "NULL"} AS money FROM (${view.sql}))
      GROUP BY GROUPING SETS ((moment), (money))`);
  }
  const written = (column: "moment" | "money") => `SELECT ${column} AS value FROM written WHERE ${column} IS NOT NULL`;
  const decimal: DecimalSign = !isText(moneyRole)
    ? "."
    : (options.decimal ?? (await readDecimalSign(database, written("money"), file, options.usual?.decimal)));
  if (decimal === ",") notes.push("Money is written with a decimal comma.");
  const money = (role: SalesColumn) => {
    // half a thousandth a piece is much where a thousand pieces are sold; totals are what is paid
    const type = role === "price" && view.types.price !== "FLOAT" ? "DECIMAL(18, 6)" : "DECIMAL(18, 3)";
    const plain = `TRY_CAST(${role} AS ${type})`;
    if (!isText(role)) return plain;
    const written = `TRY_CAST(${plainNumber(bareMoney(trimmedText(role)), decimal)} AS ${type})`;
    // most values need no more than a cast; a decimal comma makes 1.234 another number
    return decimal === "." ? `coalesce(${plain}, ${written})` : written;
  };

  const dateType = view.types.invoiced_at!;
  if (!isText("invoiced_at") && !/^(DATE|TIMESTAMP(_S|_MS|_NS)?)$/.test(dateType)) {
    throw new SegmentLabError(
      "bad-value",
      `the dates of ${file} are of the type ${dateType}; store them as timestamps or as text`,
    );
  }
  let invoicedAt = "CAST(invoiced_at AS TIMESTAMP)";
  let dates: string | undefined;
  if (isText("invoiced_at")) {
    const reading = await readDates(database, written("moment"), file, options);
    if (reading.name !== "year-month-day") notes.push(`Dates are read as ${reading.name}.`);
    dates = reading.name;
    invoicedAt = reading.sql.replaceAll("value", moment);
  }
  // years that no shop's file can mean come from damaged values
  const inTime = `CASE WHEN year(${invoicedAt}) BETWEEN 1900 AND 2199 THEN ${invoicedAt} END`;

  return {
    sql: {
      invoice:
        view.types.invoice === undefined
          ? "CAST(part || '-' || row_number() OVER () AS VARCHAR)"
          : `upper(${trimmedText("invoice")})`,
      sku: `upper(${trimmedText("sku")})`,
      description: trimmedText("description"),
      quantity: view.types.quantity === undefined ? "1" : wholeNumber(isText("quantity"), decimal),
      invoiced_at: inTime,
      price: view.types.price === undefined ? "CAST(NULL AS DECIMAL(18, 6))" : money("price"),
      customer: isNumeric(view.types.customer!) ? numberedCustomer() : customerId(trimmedText("customer")),
      country: trimmedText("country"),
    },
    amount: view.types.price === undefined ? money("amount") : null,
    dates,
    notes,
  };
}

function wholeNumber(isText: boolean, decimal: DecimalSign): string {
  const whole = (value: string) =>
    `TRY_CAST(${value} AS DOUBLE) = TRY_CAST(${value} AS INTEGER) THEN TRY_CAST(${value} AS INTEGER)`;
  const written = isText ? ` WHEN ${whole(plainNumber(trimmedText("quantity"), decimal))}` : "";
  const plain = isText && decimal === "," ? "" : ` WHEN ${whole("quantity")}`;
  // the least integer has no opposite, which a return needs
  return `nullif(CASE${plain}${written} END, -2147483648)`;
}

// 17850, 17850.0 and "17850" are one customer; nan and null are none
function customerId(value: string): string {
  return `CASE WHEN length(${value}) <= 4 AND lower(${value}) IN ('nan', 'null') THEN NULL
    WHEN ends_with(${value}, '0') AND contains(${value}, '.') THEN regexp_replace(${value}, '^([0-9]+)\\.0+$', '\\1')
    ELSE ${value} END`;
}

function isNumeric(type: string): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|UINTEGER|FLOAT|DOUBLE|DECIMAL.*)$/.test(type);
}

function numberedCustomer(): string {
  return "CASE WHEN customer = TRY_CAST(customer AS BIGINT) THEN CAST(TRY_CAST(customer AS BIGINT) AS VARCHAR) END";
}
