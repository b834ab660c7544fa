import type { DecimalSign } from "./loading/number-reading.js";
import type { ReadingOptions } from "./loading/typed-columns.js";
import type { Settings } from "./settings.js";

/** How dates and decimals are read: as the user said, else as the locale writes them, else as the whole column shows. */
export function readingOf({ dates, decimal, locale }: Settings): ReadingOptions {
  const usual = locale === undefined ? {} : { dates: dateOrder(locale), decimal: decimalSign(locale) };
  return { ...usual, ...(dates !== undefined && { dates }), ...(decimal !== undefined && { decimal }) };
}

function dateOrder(locale: string): string | undefined {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(new Date(2011, 11, 31)).map(({ type }) => type);
  const order = parts.filter((type) => type === "day" || type === "month" || type === "year").join("/");
  return order === "year/month/day" ? "year-month-day" : order;
}

function decimalSign(locale: string): DecimalSign {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value;
  return sign === "," ? "," : ".";
}
