/** `log1p` is signed: sign(x) · log(1 + |x|). */
export const transforms = ["none", "log1p", "yeo-johnson", "quantile-normal"] as const;
export type Transform = (typeof transforms)[number];

export const scales = ["standard", "robust", "minmax", "none"] as const;
export type Scale = (typeof scales)[number];

/** What stands in for a value that is missing. */
export const fillings = ["median", "zero", "max"] as const;
export type Filling = (typeof fillings)[number];

/** How one column of customers becomes one column of a matrix. */
export interface ColumnPreparation {
  readonly column: string;
  /** True for shares and entropies: drawn to the shop's mean by the number of orders, `(n·own + 3·shop) / (n + 3)`. */
  readonly shrink: boolean;
  readonly transform: Transform;
  readonly scale: Scale;
  readonly missing: Filling;
  /** True adds a second column, 1 where the value was missing and 0 elsewhere. */
  readonly indicator?: boolean;
}
