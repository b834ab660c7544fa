import type { DecimalSign } from "./loading/number-reading.js";
import type { ReadingOptions } from "./loading/typed-columns.js";
import type { Settings } from "./settings.js";

/** How dates and decimals are read: as the user said, else as the whole column shows, else as the locale writes them. */
export function readingOf({ dates, decimal, locale }: Settings): ReadingOptions {
  return {
    ...(dates !== undefined && { dates }),
    ...(decimal !== undefined && { decimal }),
    ...(locale !== undefined && { usual: { dates: dateOrder(locale), decimal: decimalSign(locale) } }),
  };
}

function dateOrder(locale: string): string {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(new Date(2011, 11, 31)).map(({ type }) => type);
  const order = parts.filter((type) => type === "day" || type === "month" || type === "year").join("/");
  return order === "year/month/day" ? "year-month-day" : order;
}

function decimalSign(locale: string): DecimalSign {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value;
  return sign === "," ? "," : ".";
}
