import { algorithmName, type Candidate, triedMinPoints } from "./candidates.js";

/** Where a candidate is found among others: by what is varied within its kind, and by its value there. */
export interface ExplorerPlace {
  /** As a reader chooses it: "k-means", "DBSCAN, 20 points". */
  readonly algorithm: string;
  /** What is varied: "k", "eps". */
  readonly parameterName: string;
  readonly parameter: number;
}

/** The option that is varied, the first one that a candidate has; how a reader is told of it. */
const varied: readonly (readonly [option: string, name: string])[] = [
  ["k", "k"],
  ["eps", "eps"],
  ["minClusterSize", "least size"],
  ["minSamples", "samples"],
];

/** Gives a candidate its place in the inputs of an explorer. */
export function explorerPlace({ algorithm, engine, options, preparation }: Candidate): ExplorerPlace {
  const [option, name] = varied.find(([key]) => typeof options[key] === "number") ?? ["", "setting"];
  const points =
    option === "eps" && typeof options.minPoints === "number" && options.minPoints !== triedMinPoints
      ? `${options.minPoints} points`
      : "";
  const parts = [
    algorithmName(algorithm, options),
    points,
    engine && engine !== "native" ? engine : "",
    preparation ?? "",
  ];
  return {
    algorithm: parts.filter((part) => part !== "").join(", "),
    parameterName: name,
    parameter: Number(options[option] ?? 0),
  };
}
