import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/core/database.js";
import { buildFeatures } from "../../src/features/build-features.js";
import { openSales } from "../../src/sales/open-sales.js";
import { hasRealData, realData } from "../real-data.js";
import { runAlone } from "../sales/run-alone.js";
import { scratchWorkspace } from "../scratch-workspace.js";
import { writeUciWorkbook } from "./uci-workbook.js";

const readAlone = fileURLToPath(new URL("read-alone.ts", import.meta.url));

interface Reading {
  readonly customers: readonly Record<string, unknown>[];
  readonly notes: readonly string[];
  readonly rejects: number;
  readonly seconds: number;
  readonly megabytes: number;
}

describe.skipIf(!hasRealData)("UCI's workbook", () => {
  const workspace = scratchWorkspace();
  const workbook = join(workspace.root, "online_retail_II.xlsx");

  beforeAll(async () => {
    const folder = join(workspace.root, "xml");
    mkdirSync(folder);
    const database = await openDatabase();
    await writeUciWorkbook(database, realData, folder, workbook);
    database.close();
  }, 240_000);

  it("of 1.07 million rows in two sheets gives the Parquet's customers, in under 60 s and 1.5 GB of its own process", async () => {
    const sales = await openSales({ data: realData, workspace, cache: false });
    const table = await buildFeatures(sales);
    sales.close();
    const expected = JSON.parse(JSON.stringify(table.objects({ limit: Number.POSITIVE_INFINITY })));
    const { customers, rejects, notes, seconds, megabytes } = JSON.parse(
      await runAlone(readAlone, [workbook, workspace.root]),
    ) as Reading;
    console.info(`UCI's workbook: ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB`);
    expect(rejects).toBe(0);
    expect(customers).toHaveLength(expected.length);
    const differing = customers.filter((row, i) => JSON.stringify(row) !== JSON.stringify(expected[i]));
    expect(differing).toEqual([]);
    expect(notes.join(" ")).not.toMatch(/left out|skipped/);
    expect(seconds).toBeLessThan(60);
    expect(megabytes).toBeLessThan(1500);
  }, 240_000);
});
