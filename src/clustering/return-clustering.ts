import type { Matrix } from "../core/matrix.js";
import type { Clustering, ClusteringModel, DensityModel } from "./clusterer.js";

/** A clustering that came from another thread, its rows known by their identifiers again. */
export function returnClustering(clustering: Clustering, matrix: Matrix): Clustering {
  return { ...clustering, model: returnModel(clustering.model, matrix) };
}

function returnModel(model: ClusteringModel, matrix: Matrix): ClusteringModel {
  switch (model.kind) {
    case "density":
      return nameCores(model, matrix);
    case "density-tree":
      return { ...model, points: matrix };
    case "reachability":
      return model.density ? { ...model, density: nameCores(model.density, matrix) } : model;
    default:
      return model;
  }
}

function nameCores(model: DensityModel, { ids }: Matrix): DensityModel {
  return { ...model, points: { ...model.points, ids: Array.from(model.corePoints, (row) => ids[row]!) } };
}
