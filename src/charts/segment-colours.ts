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

/** Where eleven segments have taken what a colour-blind reader tells apart best. */
const more: readonly string[] = ["#5d7a00", "#b3446c", "#7b4f2c", "#00717a", "#c49c00", "#8d5fb0"];

/**
 * Gives every segment its colour: those of the RFM map always the same, others by the alphabet, so that the same
 * set of names looks the same in all charts.
 *
 * @param names the segments' names, repeats allowed
 * @param among names of other charts beside it, so that one that stands in both looks the same in both
 * @returns one colour a name, in the order given
 */
export function segmentColours(names: readonly string[], among: readonly string[] = []): string[] {
  const all = [...new Set([...names, ...among])];
  const taken = new Set(all.filter((name) => Object.hasOwn(rfmColours, name)).map((name) => rfmColours[name]!));
  const free = [...palette.filter((colour) => !taken.has(colour)), ...more];
  const others = all.filter((name) => !Object.hasOwn(rfmColours, name)).sort();
  return names.map((name) =>
    Object.hasOwn(rfmColours, name) ? rfmColours[name]! : free[others.indexOf(name) % free.length]!,
  );
}
