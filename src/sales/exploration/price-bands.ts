import type { Sales } from "../open-sales.js";
import { roundEdges } from "../profile/round-edges.js";

/** Sales lines whose unit price lies in [from, to). */
export interface PriceBand {
  readonly from: number;
  readonly to: number;
  readonly lines: number;
  readonly units: number;
  /** Gross: a band is one of lines, and returns have prices of their own. */
  readonly revenue: number;
}

const edges = roundEdges(0.001, 1e12).filter((edge) => edge > 0);

/**
 * Lines, units and revenue of known customers by unit price, on edges 1, 2, 5, 10, …; bands without a line are left out.
 *
 * @param sales what `openSales` gave
 * @returns ascending by price
 */
export async function priceBands(sales: Sales): Promise<PriceBand[]> {
  const bands = await sales.rows<Omit<PriceBand, "to">>(`
    SELECT edge AS "from", CAST(sum(lines) AS BIGINT) AS lines, CAST(sum(units) AS BIGINT) AS units,
      CAST(sum(revenue) AS DOUBLE) AS revenue
    FROM (SELECT price, count(*) AS lines, sum(quantity) AS units, sum(revenue) AS revenue FROM lines GROUP BY price)
    ASOF JOIN (SELECT unnest([${edges.join(", ")}])::DOUBLE AS edge) ON price::DOUBLE >= edge
    GROUP BY edge ORDER BY edge`);
  return bands.map((band) => ({ ...band, to: edges[edges.indexOf(band.from) + 1] ?? Number.POSITIVE_INFINITY }));
}
