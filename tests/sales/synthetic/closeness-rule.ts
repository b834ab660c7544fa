import type { Marginals } from "./marginals.js";

/** The one rule of how close the scaled shop comes to the published figures. */
export const rule = {
  /** Of means and quantiles, relative; the 99th percentile hangs on a few customers, orders or lines. */
  quantile: 0.1,
  p99: 0.15,
  /** Of shares: percentage points, and relative, so that small shares count too. */
  points: 0.02,
  share: 0.15,
} as const;

/** The figures that are further from the published ones than the rule allows, one text each. */
export function tooFar(published: Marginals, ours: Marginals): string[] {
  const far: string[] = [];
  for (const kind of ["distributions", "shares"] as const) {
    for (const [measure, figures] of Object.entries(published[kind])) {
      for (const [name, target] of Object.entries(figures)) {
        const value = ours[kind][measure]?.[name] ?? Number.NaN;
        const relative = Math.abs(value / target - 1);
        const isClose =
          kind === "shares"
            ? Math.abs(value - target) <= rule.points && relative <= rule.share
            : relative <= (name === "p99" ? rule.p99 : rule.quantile);
        if (!isClose) far.push(`${measure}, ${name}: ${value} for ${target}`);
      }
    }
  }
  return far;
}
