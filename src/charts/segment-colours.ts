import { palette } from "./theme.js";

// blue for those who stay, green for newcomers, orange for those who slip, wine and grey for those who left
const rfmColours: Readonly<Record<string, string>> = {
  Champions: "#00446e",
  "Loyal Customers": "#0072b2",
  "Potential Loyalists": "#56b4e9",
  "Recent Customers": "#009e73",
  Promising: "#7fcdb0",
  "Need Attention": "#f0c63f",
  "About To Sleep": "#e69f00",
  "At Risk": "#d55e00",
  "Can't Lose Them": "#882255",
  Hibernating: "#cc79a7",
  Lost: "#6b6b6b",
};

/**
 * Gives every segment its colour: those of the RFM map always the same, others by the alphabet, so that the same
 * set of names looks the same in all charts.
 *
 * @param names the segments' names, repeats allowed
 * @returns one colour a name, in the order given
 */
export function segmentColours(names: readonly string[]): string[] {
  const taken = new Set(names.filter((name) => Object.hasOwn(rfmColours, name)).map((name) => rfmColours[name]!));
  const free = palette.filter((colour) => !taken.has(colour));
  const others = [...new Set(names.filter((name) => !Object.hasOwn(rfmColours, name)))].sort();
  return names.map((name) =>
    Object.hasOwn(rfmColours, name) ? rfmColours[name]! : free[others.indexOf(name) % free.length]!,
  );
}
