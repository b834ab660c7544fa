import type { Sales } from "../open-sales.js";
import type { Distribution, DistributionBin } from "./distribution.js";

/**
 * Counts positive amounts in bins of equal width on a logarithmic scale, inside the engine.
 *
 * @param values SQL of one column `value`, DECIMAL or a whole number; what is not above 0 is left out
 * @param binsADoubling how many bins a doubling has
 * @returns null where nothing is above 0
 */
export async function distributionOf(
  sales: Sales,
  values: string,
  binsADoubling: number,
): Promise<Distribution | null> {
  const positive = `WITH positive AS (SELECT value FROM (${values}) WHERE value > 0)`;
  const [summary] = await sales.rows<Omit<Distribution, "bins">>(`${positive}
    SELECT count(*) AS count, CAST(sum(value) AS DOUBLE) / count(*) AS mean, CAST(max(value) AS DOUBLE) AS greatest,
      CAST(quantile_disc(value, 0.5) AS DOUBLE) AS median, CAST(quantile_disc(value, 0.1) AS DOUBLE) AS low,
      CAST(quantile_disc(value, 0.9) AS DOUBLE) AS high FROM positive`);
  if (summary!.count === 0) return null;
  const bins = await sales.rows<DistributionBin>(
    `${positive}, binned AS (SELECT floor(log2(CAST(value AS DOUBLE)) * $1) AS bin, value FROM positive)
    SELECT pow(2, bin / $1) AS "from", pow(2, (bin + 1) / $1) AS "to", count(*) AS count, CAST(sum(value) AS DOUBLE) AS sum
    FROM binned GROUP BY bin ORDER BY bin`,
    [binsADoubling],
  );
  return { ...summary!, bins };
}
