/** First and last day, ISO dates, both included. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

/** First and last day of the file, both open. */
export const shopPeriod = { first: "2009-12-01", last: "2011-12-09" } as const;

/** The days that stand in both sheets. */
export const overlapPeriod = { first: "2010-12-01", last: "2010-12-09" } as const;

/**
 * The period of a shop of so many years, from the same first day, and the nine days in its middle that stand in both
 * sheets. Two years give `shopPeriod` and `overlapPeriod`.
 */
export function periodOf(years: number): Period & { readonly overlap: Period } {
  const after = (months: number, day: number): string =>
    new Date(Date.UTC(2009, 11 + months, day)).toISOString().slice(0, 10);
  return {
    first: shopPeriod.first,
    last: after(12 * years, 9),
    overlap: { first: after(6 * years, 1), last: after(6 * years, 9) },
  };
}
