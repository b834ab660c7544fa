import type { ColumnTable } from "arquero";
import { applyOutliers, valuesByRow } from "./outlier-forest.js";
import type { Preparation, PreparedMatrix } from "./preparation.js";
import { groupsSetAside } from "./row-rules.js";
import { outlierGroup, setAside } from "./set-aside.js";
import { idsOf } from "./table-columns.js";

/**
 * Prepares customers exactly as those were on whom the preparation was fitted.
 *
 * @param preparation as `fitPreparation` or `loadPreparation` gives it
 * @param customers one row a customer, with the columns that the preparation names
 * @returns customers × columns in the table's order; who is set aside is in `aside`
 * @throws SegmentLabError `column-missing` or `bad-value`
 */
export function applyPreparation(preparation: Preparation, customers: ColumnTable): PreparedMatrix {
  const ids = idsOf(customers);
  const groups = groupsSetAside(preparation.rows, customers);
  if (preparation.outliers) {
    applyOutliers(preparation.outliers, customers).forEach((isOutside, i) => {
      if (groups[i] === null && isOutside) groups[i] = outlierGroup;
    });
  }
  const places = ids.flatMap((_, i) => (groups[i] === null ? [i] : []));
  const width = preparation.columns.length;
  const data: Float64Array = new Float64Array(places.length * width);
  for (const [i, row] of valuesByRow(preparation.columns, customers, places).entries()) data.set(row, i * width);
  return {
    data,
    rows: places.length,
    columns: preparation.columns.map(({ name }) => name),
    ids: places.map((i) => ids[i]!),
    preparation,
    aside: setAside(groups, customers),
  };
}
