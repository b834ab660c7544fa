import type { CondensedTree } from "../clustering/density/condensed-tree.js";

/** How wide a branch is at a λ: from `x` to `x2`, in customers. */
export interface IcicleEdge {
  readonly branch: number;
  readonly lambda: number;
  readonly x: number;
  readonly x2: number;
}

/** A condensed tree as drawn: every branch hangs in the middle of the one that it split from. */
export interface IcicleLayout {
  readonly edges: readonly IcicleEdge[];
  /** One a branch: its middle, in customers from the left. */
  readonly middles: Float64Array;
  /** Where the drawing begins and ends: the first loss, and the λ that all but a hundredth of the customers have left by. */
  readonly from: number;
  readonly to: number;
}

/** Lays out a condensed tree; a branch is drawn at no more than `steps` widths. */
export function icicleLayout(tree: CondensedTree, steps: number): IcicleLayout {
  const { parent, birth, death, size, rowCluster, rowLambda } = tree;
  const branches = parent.length;
  const lambdas = rowLambda.filter(Number.isFinite).sort();
  const births = birth.reduce((most, value) => Math.max(most, value), 0);
  const late = lambdas[Math.floor((lambdas.length - 1) * 0.99)] ?? 1;
  const to = Math.max(late, births * 1.05);
  const first = Math.min(lambdas[0] ?? 0, ...birth.subarray(1));
  const from = Math.max(0, first - (to - first) * 0.04);
  const lost = Array.from({ length: branches }, () => [] as number[]);
  rowCluster.forEach((branch, row) => {
    lost[branch]!.push(rowLambda[row]!);
  });
  const middles: Float64Array = new Float64Array(branches);
  middles[0] = (size[0] ?? 0) / 2;
  const edges: IcicleEdge[] = [];
  for (let branch = 0; branch < branches; branch++) {
    const children = [...parent.keys()].filter((child) => parent[child] === branch);
    children.sort((a, b) => size[b]! - size[a]! || a - b);
    const width = children.reduce((sum, child) => sum + size[child]!, 0);
    let left = middles[branch]! - width / 2;
    for (const child of children) {
      middles[child] = left + size[child]! / 2;
      left += size[child]!;
    }
    const gone = lost[branch]!.sort((a, b) => a - b);
    const stride = Math.max(1, Math.ceil(gone.length / steps));
    const edge = (lambda: number, rows: number): void => {
      const at = Math.min(to, Math.max(from, lambda));
      edges.push({ branch, lambda: at, x: middles[branch]! - rows / 2, x2: middles[branch]! + rows / 2 });
    };
    edge(birth[branch]!, size[branch]!);
    for (let i = stride; i <= gone.length; i += stride) edge(gone[i - 1]!, size[branch]! - i);
    // what is left goes on in the branches below, or is gone
    if (children.length > 0) edge(death[branch]!, width);
    else edge(Math.min(to, gone.at(-1) ?? birth[branch]!), 0);
  }
  return { edges, middles, from, to };
}
