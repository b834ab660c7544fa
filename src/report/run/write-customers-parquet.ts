import { sqlText } from "../../core/database.js";
import { customerColumns } from "./customer-columns.js";
import type { SegmentedShop } from "./segment-shop.js";

/** Writes one row a customer with its columns' types, as customers.csv has them as text. */
export async function writeCustomersParquet(path: string, shop: SegmentedShop): Promise<void> {
  const { database } = shop.sales;
  await database.createTable("customer_rows", customerColumns(shop));
  await database.run(`COPY customer_rows TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd)`);
  await database.run("DROP TABLE customer_rows");
}
