/**
 * Says a figure with what the same figure comes to on rows without groups, and whether it differs.
 *
 * @param here the figure on the rows
 * @param without the same on surrogates, as `figuresWithoutGroups` gives it
 * @param format how a figure is written, with its unit
 * @returns such as "0.94 (customers without groups: 0.93 to 0.96; no different)"
 */
export function besideNull(here: number, without: ArrayLike<number>, format: (value: number) => string): string {
  const values = Array.from(without).filter((value) => !Number.isNaN(value));
  if (values.length === 0) return `${format(here)} (customers without groups: nothing to measure)`;
  const [own, least, most] = [here, Math.min(...values), Math.max(...values)].map(format) as [string, string, string];
  const range = least === most ? least : `${least} to ${most}`;
  // as written: what the page does not show is no difference
  const isHigher = here > Math.max(...values) && own !== most;
  const isLower = here < Math.min(...values) && own !== least;
  return `${own} (customers without groups: ${range}; ${isHigher ? "higher here" : isLower ? "lower here" : "no different"})`;
}
