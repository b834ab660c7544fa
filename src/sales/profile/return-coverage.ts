import type { Sales } from "../open-sales.js";

/** How much of what was sent back a purchase in the file explains. */
export interface ReturnCoverage {
  readonly units: number;
  readonly matchedUnits: number;
  readonly revenue: number;
}

/**
 * Counts the units that were returned and those of them that undo a purchase in the file.
 *
 * @param sales what `openSales` gave
 * @returns units, those of them matched, and the revenue returned (below 0)
 */
export async function returnCoverage(sales: Sales): Promise<ReturnCoverage> {
  const [found] = await sales.rows<ReturnCoverage>(`
    SELECT coalesce(CAST(sum(-quantity) AS BIGINT), 0) AS units, coalesce(CAST(sum(revenue) AS DOUBLE), 0) AS revenue,
      coalesce((SELECT CAST(sum(units) AS BIGINT) FROM return_matches), 0) AS "matchedUnits" FROM returns`);
  return found!;
}
