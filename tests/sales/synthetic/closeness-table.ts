import type { Marginals } from "./marginals.js";

const points = { mean: "mean", p10: "p10", p25: "p25", p50: "median", p75: "p75", p90: "p90", p99: "p99" } as const;

const digits = (value: number): string => Number(value.toPrecision(3)).toLocaleString("en-GB");

/** Published figures and those of a shop side by side, as two tables in Markdown: three digits, shares in per cent. */
export function closenessTable(published: Marginals, ours: Marginals): string {
  const rows = [
    `| published → synthetic | ${Object.values(points).join(" | ")} |`,
    `| --- |${" --- |".repeat(Object.keys(points).length)}`,
    ...Object.entries(published.distributions).map(([measure, figures]) => {
      const cells = Object.keys(points).map(
        (p) => `${digits(figures[p]!)} → ${digits(ours.distributions[measure]![p]!)}`,
      );
      return `| ${measure} | ${cells.join(" | ")} |`;
    }),
    "",
    "| share in per cent | published → synthetic |",
    "| --- | --- |",
    ...Object.entries(published.shares).map(([measure, figures]) => {
      const cells = Object.entries(figures).map(
        ([name, share]) => `${name} ${digits(100 * share)} → ${digits(100 * ours.shares[measure]![name]!)}`,
      );
      return `| ${measure} | ${cells.join("; ")} |`;
    }),
  ];
  return rows.join("\n");
}
