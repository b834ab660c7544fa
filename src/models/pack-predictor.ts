import type { Predictor } from "../clustering/predictor.js";
import type { Matrix } from "../core/matrix.js";
import { type PackedArray, packArray } from "./packed-array.js";

/** A matrix in a saved model: without the ids of its rows, which may be customers. */
export interface PackedMatrix {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly values: PackedArray;
}

/** A predictor with its numbers packed. */
export type PackedPredictor =
  | { readonly kind: "centres"; readonly centres: PackedMatrix }
  | {
      readonly kind: "mixture";
      readonly covariance: "full" | "diagonal";
      readonly weights: PackedArray;
      readonly means: PackedMatrix;
      readonly covariances: PackedArray;
    }
  | {
      readonly kind: "core-points";
      readonly eps: number;
      readonly points: PackedMatrix;
      readonly labels: PackedArray;
    }
  | {
      readonly kind: "density-tree";
      readonly minSamples: number;
      readonly points: PackedMatrix;
      readonly coreDistances: PackedArray;
      readonly chosen: PackedArray;
      readonly tree: Readonly<Record<"parent" | "birth" | "death" | "rowCluster" | "rowLambda", PackedArray>>;
    };

/** Packs what labels new rows, as docs/model.schema.json describes it. */
export function packPredictor(predictor: Predictor): PackedPredictor {
  if (predictor.kind === "centres") return { kind: "centres", centres: packMatrix(predictor.centres) };
  if (predictor.kind === "mixture") {
    return {
      kind: "mixture",
      covariance: predictor.covariance,
      weights: packArray(predictor.weights),
      means: packMatrix(predictor.means),
      covariances: packArray(predictor.covariances),
    };
  }
  if (predictor.kind === "core-points") {
    const { eps, points, labels } = predictor;
    return { kind: "core-points", eps, points: packMatrix(points), labels: packArray(labels) };
  }
  const { parent, birth, death, rowCluster, rowLambda } = predictor.tree;
  return {
    kind: "density-tree",
    minSamples: predictor.minSamples,
    points: packMatrix(predictor.points),
    coreDistances: packArray(predictor.coreDistances),
    chosen: packArray(predictor.chosen),
    tree: {
      parent: packArray(parent),
      birth: packArray(birth),
      death: packArray(death),
      rowCluster: packArray(rowCluster),
      rowLambda: packArray(rowLambda),
    },
  };
}

function packMatrix({ rows, columns, data }: Matrix): PackedMatrix {
  return { rows, columns: [...columns], values: packArray(data) };
}
