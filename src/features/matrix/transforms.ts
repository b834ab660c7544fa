import type { Transform } from "./column-preparation.js";
import { invertQuantileNormal, normalizingQuantiles, quantileNormal } from "./quantile-normal.js";
import { invertYeoJohnson, yeoJohnson, yeoJohnsonLambda } from "./yeo-johnson.js";

/** What a transform has learnt: Yeo and Johnson's power, or the quantiles of the normal one. */
export interface TransformParameters {
  readonly lambda?: number;
  readonly quantiles?: readonly number[];
}

interface TransformRule {
  readonly learn: (values: Float64Array) => TransformParameters;
  readonly apply: (x: number, parameters: TransformParameters) => number;
  readonly invert: (y: number, parameters: TransformParameters) => number;
}

const nothing = (): TransformParameters => ({});

/** Every transform with its way there and back. */
export const transformRules: Readonly<Record<Transform, TransformRule>> = {
  none: { learn: nothing, apply: (x) => x, invert: (y) => y },
  log1p: {
    learn: nothing,
    apply: (x) => Math.sign(x) * Math.log1p(Math.abs(x)),
    invert: (y) => Math.sign(y) * Math.expm1(Math.abs(y)),
  },
  "yeo-johnson": {
    learn: (values) => ({ lambda: yeoJohnsonLambda(values) }),
    apply: (x, { lambda = 1 }) => yeoJohnson(x, lambda),
    invert: (y, { lambda = 1 }) => invertYeoJohnson(y, lambda),
  },
  "quantile-normal": {
    learn: (values) => ({ quantiles: normalizingQuantiles(values) }),
    apply: (x, { quantiles = [] }) => quantileNormal(x, quantiles),
    invert: (y, { quantiles = [] }) => invertQuantileNormal(y, quantiles),
  },
};
