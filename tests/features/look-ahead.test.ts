import { readFileSync } from "node:fs";
import type { ColumnTable } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildFeatures } from "../../src/features/build-features.js";
import { writeSample } from "../../src/sales/sample.js";
import { openText } from "../sales/tiny-shop.js";
import { scratchWorkspace } from "../scratch-workspace.js";
import { header, type Line, tinyShop, toRow } from "./tiny-lines.js";

const workspace = scratchWorkspace();
const rowsOf = (table: ColumnTable) => table.objects({ limit: Number.POSITIVE_INFINITY }) as Record<string, unknown>[];

async function featuresOf(lines: readonly string[], asOf?: string): Promise<Record<string, unknown>[]> {
  // which codes are goods is said, not found from a file that is cut off
  const sales = await openText(workspace, "shop.csv", `${lines.join("\n")}\n`, { goods: "[0-9]{5}[A-Z]{0,3}|[A-Z]" });
  try {
    return rowsOf(await buildFeatures(sales, asOf === undefined ? {} : { asOf }));
  } finally {
    sales.close();
  }
}

describe("features as of a day", () => {
  it("know nothing of what came later: the synthetic shop, cut off at that day, gives the same table", async () => {
    const [first, ...lines] = readFileSync(await writeSample(workspace), "utf8")
      .trimEnd()
      .split("\n");
    const dateOf = (line: string) => line.match(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/)![0];
    for (const asOf of ["2010-04-01", "2010-11-15", "2011-08-31"]) {
      const early = lines.filter((line) => dateOf(line) < asOf);
      expect(early.length).toBeGreaterThan(1000);
      const whole = await featuresOf([first!, ...lines], asOf);
      expect(await featuresOf([first!, ...early], asOf)).toEqual(whole);
      expect(whole.length).toBeGreaterThan(100);
    }
  });

  it("know nothing of what came later in any shop, returns and orders that last past midnight among it", async () => {
    await fc.assert(
      fc.asyncProperty(tinyShop, async (shop) => {
        const asOf = "2011-01-03";
        const isEarly = (line: Line) => line.at < asOf;
        fc.pre(shop.some((line) => isEarly(line) && line.quantity > 0));
        const whole = await featuresOf([header, ...shop.map(toRow)], asOf);
        expect(await featuresOf([header, ...shop.filter(isEarly).map(toRow)], asOf)).toEqual(whole);
      }),
      { numRuns: 25, seed: 4 },
    );
  });
});
