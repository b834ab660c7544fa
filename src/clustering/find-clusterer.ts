import { SegmentLabError } from "../core/errors.js";
import { nearestNames } from "../core/nearest-names.js";
import type { Clusterer } from "./clusterer.js";
import { clusterers } from "./clusterers.js";

/**
 * Finds a clustering algorithm by name.
 *
 * @param algorithm `kmeans`, `minibatch-kmeans`, `hierarchical`, `dbscan`, `gaussian-mixture`, `hdbscan`, `optics` or `consensus`
 * @param engine `native` where left out, or a package's name
 * @returns the algorithm in that engine
 * @throws SegmentLabError `bad-option` for an unknown name, with the known ones
 */
export function findClusterer(algorithm: string, engine = "native"): Clusterer {
  const engines = clusterers.filter((clusterer) => clusterer.algorithm === algorithm);
  if (engines.length === 0) {
    throw unknown("algorithm", algorithm, [...new Set(clusterers.map((clusterer) => clusterer.algorithm))]);
  }
  const found = engines.find((clusterer) => clusterer.engine === engine);
  if (found) return found;
  const names = engines.map((clusterer) => clusterer.engine);
  throw unknown(`engine of ${algorithm}`, engine, names);
}

function unknown(what: string, name: string, known: readonly string[]): SegmentLabError {
  const near = nearestNames(name, known)[0];
  const hint = near ? `; did you mean "${near}"?` : "";
  return new SegmentLabError("bad-option", `there is no ${what} "${name}"${hint} (known: ${known.join(", ")})`);
}
