import type { ColumnTable } from "arquero";
import { algorithmName } from "../comparison/candidates.js";
import { formatNumber, formatShare } from "../core/format.js";
import type { Sales } from "../sales/open-sales.js";
import type { SegmentModel } from "./segment-model.js";

/**
 * What a scoring did, line by line: how many customers went to which segment, and how far the model's rule gives its
 * own customers their own cluster again, where that is not all of them.
 *
 * @param scored as `scoreSales` gives it
 */
export function describeScores(
  { clustering, segments, shop }: SegmentModel,
  sales: Sales,
  scored: ColumnTable,
): string[] {
  const { algorithm, options, agreement, customers } = clustering;
  const counts = new Map<string, number>(segments.map(({ name }) => [name, 0]));
  for (const name of scored.array("segment") as Iterable<string | null>) {
    const known = name ?? "no name";
    counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  const made = shop === null ? "" : ` of ${shop.data}, as of ${shop.asOf}`;
  const lines = [
    `${formatNumber(scored.numRows())} customers of ${sales.source.name} by the model${made} (${algorithmName(algorithm, options)}):`,
    ...[...counts].map(
      ([name, count]) => `  ${name}: ${formatNumber(count)} (${formatShare(count / scored.numRows())})`,
    ),
  ];
  const { rows: rejected } = sales.rejects;
  if (rejected > 0) lines.push(`${formatNumber(rejected)} rows could not be read; npm run segment lists them`);
  if (agreement === 1) return lines;
  return [
    ...lines,
    `of the ${formatNumber(customers)} customers whom the model was made of, ${formatShare(agreement)} get their own cluster again`,
  ];
}
