import type { Matrix } from "../../core/matrix.js";
import type { ClusteringModel, DensityModel } from "../clusterer.js";

/**
 * Brings the model of a fit on some rows into the numbering of all rows, so that it labels new rows as they are.
 *
 * @param model the fit's own
 * @param order for each final number the number the cluster had in the fit, every one once
 * @param fitted the row number of each row of the fit
 */
export function renumberModel(model: ClusteringModel, order: Int32Array, fitted: Int32Array): ClusteringModel {
  switch (model.kind) {
    case "centres":
      return { ...model, centres: inOrder(model.centres, order) };
    case "tree":
      return { ...model, centroids: inOrder(model.centroids, order) };
    case "mixture":
      return {
        ...model,
        weights: takeBlocks(model.weights, order, 1),
        means: inOrder(model.means, order),
        covariances: takeBlocks(model.covariances, order, model.covariances.length / order.length),
      };
    case "density":
      return inRows(model, fitted);
    case "reachability":
      return model.density ? { ...model, density: inRows(model.density, fitted) } : model;
    case "density-tree":
      return { ...model, chosen: order.map((old) => model.chosen[old]!) };
    case "labels":
      return model;
  }
}

function inRows(density: DensityModel, fitted: Int32Array): DensityModel {
  return { ...density, corePoints: density.corePoints.map((row) => fitted[row]!) };
}

function inOrder({ data, columns, ids }: Matrix, order: Int32Array): Matrix {
  return {
    data: takeBlocks(data, order, columns.length),
    rows: order.length,
    columns,
    ids: ids.slice(0, order.length),
  };
}

function takeBlocks(values: Float64Array, order: Int32Array, size: number): Float64Array {
  const taken: Float64Array = new Float64Array(order.length * size);
  order.forEach((old, at) => {
    taken.set(values.subarray(old * size, (old + 1) * size), at * size);
  });
  return taken;
}
