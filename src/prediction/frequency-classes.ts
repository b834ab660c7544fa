/** Customers with a like number of purchase days after the first one. */
export interface FrequencyClass {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** The classes by which forecasts are held against what happened. */
export const frequencyClasses: readonly FrequencyClass[] = [
  { name: "0", least: 0, most: 0 },
  { name: "1", least: 1, most: 1 },
  { name: "2", least: 2, most: 2 },
  { name: "3–4", least: 3, most: 4 },
  { name: "5–9", least: 5, most: 9 },
  { name: "10–19", least: 10, most: 19 },
  { name: "20+", least: 20, most: Number.POSITIVE_INFINITY },
];

/** The rows of each class that has any. */
export function rowsByFrequency(
  frequency: Float64Array,
): { readonly name: string; readonly rows: readonly number[] }[] {
  return frequencyClasses
    .map(({ name, least, most }) => ({
      name,
      rows: [...frequency.keys()].filter((i) => frequency[i]! >= least && frequency[i]! <= most),
    }))
    .filter(({ rows }) => rows.length > 0);
}
