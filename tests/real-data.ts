import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The real transactions, where they stand beside the checkout; tests that need them skip, saying so, where they do not. */
export const realData = fileURLToPath(new URL("../../shared/data/online_retail_II.parquet", import.meta.url));

export const hasRealData = existsSync(realData);
if (!hasRealData) console.warn("no ../shared/data/online_retail_II.parquet: the tests on the real data are skipped");
