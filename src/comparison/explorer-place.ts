import { algorithmName, type Candidate, triedMinPoints } from "./candidates.js";

/** Where a candidate is found among others: by what is varied within its kind, and by its value there. */
export interface ExplorerPlace {
  /** As a reader chooses it: "k-means", "DBSCAN, 20 points". */
  readonly algorithm: string;
  /** What is varied: "k", "eps"; empty where the candidate has no number to vary. */
  readonly parameterName: string;
  readonly parameter: number;
}

/** The options that are varied, in the order in which they are looked for; how a reader is told of them. */
const varied: readonly (readonly [option: string, name: string])[] = [
  ["k", "k"],
  ["eps", "eps"],
  ["minClusterSize", "least size"],
  ["minSamples", "samples"],
];

/** Gives a candidate its place in the inputs of an explorer: what else its options say is part of the algorithm's name. */
export function explorerPlace({ algorithm, engine, options }: Candidate): ExplorerPlace {
  const numbers = Object.keys(options).filter((option) => typeof options[option] === "number");
  const [option, name] = varied.find(([key]) => numbers.includes(key)) ?? [numbers[0] ?? "", numbers[0] ?? ""];
  const rest = Object.entries(options).flatMap(([key, value]) => {
    if (key === option || key === "linkage" || value === undefined) return [];
    if (key !== "minPoints") return [`${key} = ${value}`];
    // the usual number needs no words
    return option === "eps" && value === triedMinPoints ? [] : [`${value} points`];
  });
  const by = engine && engine !== "native" ? [engine] : [];
  return {
    algorithm: [algorithmName(algorithm, options), ...rest, ...by].join(", "),
    parameterName: name,
    parameter: Number(options[option] ?? 0),
  };
}
