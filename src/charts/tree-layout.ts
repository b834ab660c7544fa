import type { DecisionTree, TreeNode } from "../comparison/explanation/decision-tree.js";

/** A node of a drawn tree: `level` from the root on the left, `line` from the top down, a leaf a line. */
export interface PlacedNode {
  readonly node: TreeNode;
  readonly level: number;
  readonly line: number;
  /** What a customer of the branch above meets to get here; empty at the root. */
  readonly condition: { readonly column: string; readonly sign: "<" | "≥"; readonly border: number } | null;
  /** The place of the node above among the placed ones; −1 at the root. */
  readonly above: number;
}

/** Lays out a tree from left to right: every leaf on a line of its own, every branching half way between its branches. */
export function treeLayout(tree: DecisionTree): { nodes: PlacedNode[]; lines: number } {
  const nodes: PlacedNode[] = [];
  let lines = 0;
  const place = (at: number, above: number, condition: PlacedNode["condition"]): number => {
    const node = tree.nodes[at]!;
    const own = nodes.length;
    nodes.push({ node, level: node.depth, line: 0, condition, above });
    const { split } = node;
    let line = lines;
    if (split) {
      const { border } = split;
      const lower = place(split.left, own, { column: split.column, sign: "<", border });
      const upper = place(split.right, own, { column: split.column, sign: "≥", border });
      line = (lower + upper) / 2;
    } else {
      lines++;
    }
    nodes[own] = { ...nodes[own]!, line };
    return line;
  };
  place(0, -1, null);
  return { nodes, lines };
}
