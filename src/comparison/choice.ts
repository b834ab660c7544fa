import { linkages } from "../clustering/hierarchical/merge-tree.js";
import { SegmentLabError } from "../core/errors.js";
import { nearestNames } from "../core/nearest-names.js";
import { type Candidate, comparedStarts } from "./candidates.js";

/** Whose clustering is used: the verdict's, that of the last verdict on the same data, or one that is named. */
export type Choice =
  | { readonly kind: "auto" }
  | { readonly kind: "cached" }
  | { readonly kind: "candidate"; readonly candidate: Candidate };

/** The algorithms that a number of groups names fully. */
const withK: readonly string[] = ["kmeans", "minibatch-kmeans", "gaussian-mixture", "consensus"];

/**
 * Reads what was chosen: `auto`, `cached`, or an algorithm (or a linkage) with its number of groups, such as `kmeans:5`
 * or `ward:4`.
 *
 * @throws SegmentLabError `bad-option` for anything else, with what there is
 */
export function parseChoice(text: string): Choice {
  if (text === "auto" || text === "cached") return { kind: text };
  const names = [...withK, ...linkages];
  const [, name, count] = /^([a-z-]+):(\d+)$/.exec(text) ?? [];
  const k = Number(count);
  if (name === undefined || k < 1) {
    throw new SegmentLabError(
      "bad-option",
      `choose "${text}" is none of auto, cached, or an algorithm with its number of groups, such as kmeans:5`,
    );
  }
  if (withK.includes(name)) {
    const options = name === "kmeans" ? { k, starts: comparedStarts } : { k };
    return { kind: "candidate", candidate: { algorithm: name, options } };
  }
  if (names.includes(name)) {
    return { kind: "candidate", candidate: { algorithm: "hierarchical", options: { linkage: name, k } } };
  }
  const near = nearestNames(name, names)[0];
  const hint = near ? `; did you mean "${near}"?` : "";
  throw new SegmentLabError(
    "bad-option",
    `choose "${text}": there is no "${name}"${hint} (known: ${names.join(", ")})`,
  );
}
