import { extname } from "node:path";
import { SegmentLabError } from "../../core/errors.js";

/** What a scaled shop is to be. */
export interface ScaledShopOptions {
  /** Identified customers, 50 to 2,000,000. */
  readonly customers: number;
  /** Years of transactions, 1 to 20; nine days come on top. */
  readonly years?: number;
  /** Any whole number. */
  readonly seed?: number;
  /** The file to write, .parquet or .csv. */
  readonly out: string;
}

/**
 * Checks what a scaled shop is to be and fills in the defaults: two years, seed 1.
 *
 * @throws SegmentLabError `bad-option`
 */
export function normalizeScaledShop(options: ScaledShopOptions) {
  const { customers, years = 2, seed = 1, out } = options;
  wholeNumber("--customers", customers, 50, 2_000_000);
  wholeNumber("--years", years, 1, 20);
  if (!Number.isSafeInteger(seed)) throw new SegmentLabError("bad-option", `--seed ${seed} is not a whole number`);
  const kind = extname(out).toLowerCase();
  if (kind !== ".csv" && kind !== ".parquet") {
    throw new SegmentLabError(
      "bad-option",
      `--out ${out} is neither .parquet nor .csv; the shop is written as one of these`,
    );
  }
  const format: "csv" | "parquet" = kind === ".csv" ? "csv" : "parquet";
  return { customers, years, seed, out, format };
}

function wholeNumber(name: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new SegmentLabError("bad-option", `${name} ${value} is not a whole number from ${least} to ${most}`);
}
