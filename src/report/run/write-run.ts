import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { diskRefusal } from "../../core/disk-refusal.js";
import { SegmentLabError } from "../../core/errors.js";
import { createModel } from "../../models/create-model.js";
import { saveModel } from "../../models/save-model.js";
import { handOverFiles, handOverNames } from "../../segments/hand-over/hand-over-files.js";
import { customersCsv } from "./customers-csv.js";
import { rejectsCsv } from "./rejects-csv.js";
import { runFacts } from "./run-facts.js";
import type { SegmentedShop } from "./segment-shop.js";
import { writeCustomersParquet } from "./write-customers-parquet.js";

const ownNames = ["run.json", "customers.csv", "customers.parquet", "model.json", "rejects.csv", ...handOverNames];

/** Refuses a folder that holds anything but an earlier run, before any work is done. */
export function checkRunFolder(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new SegmentLabError("bad-option", `${folder} is a file; give --out a folder`);
  }
  const strangers = existsSync(folder) ? readdirSync(folder).filter((name) => !ownNames.includes(name)) : [];
  if (strangers.length === 0) return;
  throw new SegmentLabError(
    "bad-option",
    `${folder} holds other files (${strangers.slice(0, 3).join(", ")}); give --out a new folder or one of an earlier run`,
  );
}

/**
 * Writes a run as a folder with `run.json`, `customers.csv`, `customers.parquet`, `model.json`, what is handed over of the
 * plan (see `handOverFiles`) and, where rows could not be read, `rejects.csv`: written beside its place, then renamed, so
 * that a crash leaves the last good run.
 *
 * @param folder where the run is to stand; an earlier run there is replaced as a whole
 * @throws SegmentLabError `bad-option` when the folder holds anything else, `too-large` when the disk takes no more
 */
export async function writeRun(folder: string, shop: SegmentedShop): Promise<void> {
  checkRunFolder(folder);
  const draft = `${folder}.${randomUUID()}.part`;
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(draft);
  try {
    await writeFile(join(draft, "customers.csv"), customersCsv(shop));
    await writeCustomersParquet(join(draft, "customers.parquet"), shop);
    const { matrix, chosen, segments, sales, plan, playbook } = shop;
    const handedOver = handOverFiles(plan, shop.customers, playbook);
    for (const [name, text] of handedOver) {
      await mkdir(dirname(join(draft, name)), { recursive: true });
      await writeFile(join(draft, name), text);
    }
    await saveModel(join(draft, "model.json"), await createModel(matrix, chosen.clustering, { segments, sales }));
    if (shop.sales.rejects.rows > 0) await writeFile(join(draft, "rejects.csv"), await rejectsCsv(shop.sales));
    await writeFile(join(draft, "run.json"), `${JSON.stringify(runFacts(shop, [...handedOver.keys()]), null, 2)}\n`);
    await replaceFolder(draft, folder);
  } catch (error) {
    const refusal = diskRefusal(error);
    if (refusal === undefined) throw error;
    const message = `${refusal} while the run is written to ${folder}; make room, or give --out another disk`;
    throw new SegmentLabError("too-large", message, { cause: error });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Puts one folder in another's place; where that fails the earlier one stands again. */
async function replaceFolder(draft: string, folder: string): Promise<void> {
  if (!existsSync(folder)) return rename(draft, folder);
  const previous = `${folder}.${randomUUID()}.old`;
  await rename(folder, previous);
  try {
    await rename(draft, folder);
  } catch (error) {
    await rename(previous, folder);
    throw error;
  }
  await rm(previous, { recursive: true, force: true });
}
