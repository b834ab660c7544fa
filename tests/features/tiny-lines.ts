import fc from "fast-check";

export const header = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country";

/** One line of a made-up file. */
export interface Line {
  readonly invoice: number;
  readonly sku: string;
  readonly quantity: number;
  readonly at: string;
  readonly price: number;
  readonly customer: number;
  readonly country: string;
}

/** A line as the file has it: what comes back stands on a cancellation's invoice. */
export function toRow({ invoice, sku, quantity, at, price, customer, country }: Line): string {
  return `${quantity < 0 ? "C" : ""}${invoice},${sku},X,${quantity},${at}:00,${price.toFixed(2)},${customer},${country}`;
}

const two = (value: number) => String(value).padStart(2, "0");

/** A few lines of a few customers in five days in order of time, many at the same minute, with returns of anything. */
export const tinyShop: fc.Arbitrary<Line[]> = fc
  .array(
    fc.record({
      invoice: fc.integer({ min: 1, max: 9 }),
      sku: fc.constantFrom("A", "B", "C"),
      quantity: fc.constantFrom(1, 2, 7, 30, -1, -3),
      at: fc
        .record({ day: fc.integer({ min: 1, max: 5 }), hour: fc.constantFrom(0, 10, 23) })
        .map(({ day, hour }) => `2011-01-${two(day)} ${two(hour)}:${hour === 23 ? "59" : "00"}`),
      price: fc.constantFrom(0.1, 0.3, 2.55, 10),
      customer: fc.integer({ min: 1, max: 3 }),
      country: fc.constantFrom("France", "Spain"),
    }),
    { minLength: 3, maxLength: 25 },
  )
  .map((lines) => lines.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))));
