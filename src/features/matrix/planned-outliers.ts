import { checkChoice, checkKeys, checkNumber } from "./check-option.js";
import type { Outliers } from "./matrix-options.js";

/** What is done with extremes, with every number that was left out. */
export function plannedOutliers(choice: Outliers["method"] | Outliers): Required<Outliers> {
  const outliers = typeof choice === "string" ? ({ method: choice } as Outliers) : choice;
  const { method } = outliers;
  if (method === "winsorize") {
    checkKeys("key of winsorize", outliers, ["method", "lower", "upper"]);
    const { lower = 0.01, upper = 0.99 } = outliers;
    checkNumber("lower", lower, { least: 0, most: 0.5 });
    checkNumber("upper", upper, { least: 0.5, most: 1 });
    return { method, lower, upper };
  }
  if (method === "isolation-forest") {
    checkKeys("key of isolation-forest", outliers, ["method", "threshold", "trees", "samples"]);
    const { threshold = 0.6, trees = 100, samples = 256 } = outliers;
    checkNumber("threshold", threshold, { least: 0, most: 1 });
    checkNumber("trees", trees, { least: 1, most: 10_000, whole: true });
    checkNumber("samples", samples, { least: 2, most: 1e6, whole: true });
    return { method, threshold, trees, samples };
  }
  checkChoice("outliers", method, ["keep", "winsorize", "isolation-forest"]);
  return { method: "keep" };
}
