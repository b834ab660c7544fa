import { toCsv } from "../../core/csv.js";
import { customerColumns } from "./customer-columns.js";
import type { SegmentedShop } from "./segment-shop.js";

/** One line a customer, empty where a value is null. */
export function customersCsv(shop: SegmentedShop): string {
  return toCsv(customerColumns(shop).map(({ name, values }) => ({ name, values: Array.from(values) })));
}
