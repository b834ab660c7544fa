import type { ColumnTable } from "arquero";
import { vMeasure } from "../../clustering/metrics/v-measure.js";
import { formatNumber, formatShare } from "../../core/format.js";
import { sumInOrder } from "../../features/rfm/sum-in-order.js";
import { type DraftCustomers, rfmNames } from "./draft-lists.js";
import type { LensCell, LensComparison } from "./lens-comparison.js";
import { lensDifferences } from "./lens-differences.js";

/**
 * Holds RFM segments and clusters against each other: their cross-tabulation, what they share, and in which columns the
 * groups of one differ inside a group of the other. No p-values: groups that were made from the columns differ in them.
 *
 * @param customers the plan's customers, in order
 * @param table the table that they come from, for the columns
 * @param currency code of the money, for the sentences
 */
export function compareLenses(customers: DraftCustomers, table: ColumnTable, currency: string): LensComparison {
  const { segment, rfmSegment, netRevenue } = customers;
  const segmentNames = [...new Set(segment)].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  const names = rfmNames(rfmSegment);
  const cells: LensCell[] = [];
  for (const rfm of names)
    for (const name of segmentNames) {
      const own = [...segment.keys()].filter((i) => rfmSegment[i] === rfm && segment[i] === name);
      if (own.length === 0) continue;
      const revenue = sumInOrder(own.map((i) => netRevenue[i]!));
      cells.push({ rfmSegment: rfm, segment: name, customers: own.length, revenue });
    }
  const place = new Map(segmentNames.map((name, i) => [name, i]));
  const sharedInformation = vMeasure(
    rfmSegment.map((name) => names.indexOf(name)),
    segment.map((name) => place.get(name)!),
  ).vMeasure;
  const differences = lensDifferences(customers, table, currency);
  return {
    cells,
    sharedInformation,
    differences,
    sentences: [spreadSentence(cells, sharedInformation), ...sidesOf(differences)],
  };
}

/** How far an RFM segment is from being one cluster. */
function spreadSentence(cells: readonly LensCell[], shared: number): string {
  const whole = cells.reduce((sum, { customers }) => sum + customers, 0);
  const largest = new Map<string, number>();
  for (const { rfmSegment, customers } of cells)
    largest.set(rfmSegment, Math.max(customers, largest.get(rfmSegment) ?? 0));
  const together = [...largest.values()].reduce((sum, customers) => sum + customers, 0);
  const apart = whole === 0 ? 0 : 1 - together / whole;
  return (
    `RFM segments and clusters share ${formatNumber(shared, 2)} of their information (0 nothing, 1 all): ` +
    `${formatShare(apart)} of customers sit in another cluster than most of their RFM segment.`
  );
}

function sidesOf(differences: LensComparison["differences"]): string[] {
  const sides = [
    ["clusters", "What clusters see and RFM misses", "Clusters see nothing of note inside RFM segments."],
    ["rfm", "What RFM sees and clusters miss", "RFM sees nothing of note inside clusters."],
  ] as const;
  return sides.map(([side, lead, nothing]) => {
    const first = differences.find(({ seenBy }) => seenBy === side);
    return first ? `${lead}: ${first.text}` : nothing;
  });
}
