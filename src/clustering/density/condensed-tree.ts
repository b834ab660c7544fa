/**
 * How density clusters split as the distance shrinks: λ = 1 / distance runs from 0 (everything together) upwards.
 * Cluster 0 is the root; a cluster's parent has a smaller number. An icicle chart needs no more than this.
 */
export interface CondensedTree {
  /** One a cluster: the one it split from; −1 for the root. */
  readonly parent: Int32Array;
  /** One a cluster: the λ at which it came to be; 0 for the root. */
  readonly birth: Float64Array;
  /** One a cluster: the largest λ at which rows or clusters leave it. */
  readonly death: Float64Array;
  /** One a cluster: its rows at birth. */
  readonly size: Int32Array;
  /** One a cluster: its excess of mass, the sum over its rows of how long in λ they stay. */
  readonly stability: Float64Array;
  /** One a row: the cluster that it falls out of without joining another one. */
  readonly rowCluster: Int32Array;
  /** One a row: the λ at which it does; infinite among enough equal rows. */
  readonly rowLambda: Float64Array;
}
