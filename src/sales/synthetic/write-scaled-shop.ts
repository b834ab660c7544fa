import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { SegmentLabError } from "../../core/errors.js";
import { createBreather, type RunOptions, throwIfAborted } from "../../core/progress.js";
import { blockSize, blockSizes } from "./block-sizes.js";
import { calibratedProfile } from "./calibrated-profile.js";
import { draftBlock } from "./draft-block.js";
import { createDraws } from "./draws.js";
import { openLineStore } from "./line-store.js";
import { openDays } from "./open-days.js";
import { periodOf } from "./period.js";
import { productCatalogue } from "./product-catalogue.js";
import { scaledShopError } from "./scaled-shop-error.js";
import { normalizeScaledShop, type ScaledShopOptions } from "./scaled-shop-options.js";
import { firstInvoice } from "./sheets.js";
import type { Shop } from "./shop.js";
import type { ShopProfile } from "./shop-profile.js";
import { stageLines } from "./stage-lines.js";

/** What was written. */
export interface ScaledShop {
  readonly path: string;
  /** Data rows, those of the overlap counted twice. */
  readonly rows: number;
  readonly invoices: number;
  readonly customers: number;
  readonly bytes: number;
}

/**
 * Makes a synthetic shop of any size and writes it as CSV or Parquet, in order of time but for one seam in the middle,
 * without holding it in memory. Customers are drawn block by block, so the same seed gives the same file; its figures
 * come close to those of Online Retail II.
 *
 * @param options how many customers, over how many years, from which seed, where to; `profile` replaces the calibrated one
 * @throws SegmentLabError `bad-option` for a size, seed or path that cannot be used; `aborted` when the signal was given
 */
export async function writeScaledShop(
  options: ScaledShopOptions & RunOptions & { readonly profile?: ShopProfile },
): Promise<ScaledShop> {
  const { customers, years, seed, out, format } = normalizeScaledShop(options);
  const { profile = calibratedProfile, signal, onProgress } = options;
  if (existsSync(out))
    throw new SegmentLabError("bad-option", `${out} is there already; remove it or give another --out`);
  const { overlap, ...period } = periodOf(years);
  const days = openDays(period);
  const products = productCatalogue(profile, createDraws(seed, 0));
  const shop: Shop = { seed, profile, days, years: years + 0.02, products };

  const folder = `${out}.${randomUUID()}.part`;
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new SegmentLabError("bad-option", `${out} cannot be written: ${error.message}`, { cause: error });
  });
  const store = await openLineStore(
    folder,
    firstInvoice,
    days.map(({ date }) => date),
  );
  const stop = (): void => store.interrupt();
  signal?.addEventListener("abort", stop);
  try {
    const stage = stageLines(store, days, overlap);
    const breathe = createBreather(
      { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) },
      "making customers",
    );
    let before = 0;
    for (const [number, size] of blockSizes(customers).entries()) {
      const earlyReturns = Math.floor((10 * size) / blockSize + 0.5);
      stage.add(draftBlock(shop, { number, customers: size, before, earlyReturns }).drafts);
      before += size;
      await breathe(before, customers);
    }
    onProgress?.({ done: customers, total: customers, label: "making customers" });
    const { rows, invoices } = await stage.finish();
    const draft = join(folder, "shop");
    await store.write(draft, format, (share) =>
      onProgress?.({ done: Math.floor(share * rows), total: rows, label: "sorting and writing" }),
    );
    throwIfAborted(signal, "the synthetic shop");
    await rename(draft, out);
    return { path: out, rows, invoices, customers, bytes: (await stat(out)).size };
  } catch (error) {
    throw scaledShopError(error, signal, out);
  } finally {
    signal?.removeEventListener("abort", stop);
    store.close();
    await rm(folder, { recursive: true, force: true });
  }
}
