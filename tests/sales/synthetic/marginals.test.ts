import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeScaledShop } from "../../../src/sales/synthetic/write-scaled-shop.js";
import { hasRealData, realData } from "../../real-data.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { rule, tooFar } from "./closeness-rule.js";
import { closenessTable } from "./closeness-table.js";
import { type Marginals, marginalsOf } from "./marginals.js";

/** Enough for quantiles of the tail, and quick to make. */
const customers = 12_000;

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const published = JSON.parse(text("./published-figures.json")) as Marginals;
const { root } = scratchWorkspace();

const eachFigure = (marginals: Marginals, change: (value: number) => number): Marginals => {
  const changed = (groups: Marginals["shares"]) =>
    Object.fromEntries(
      Object.entries(groups).map(([measure, figures]) => [
        measure,
        Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, change(value)])),
      ]),
    );
  return { distributions: changed(marginals.distributions), shares: changed(marginals.shares) };
};

describe.skipIf(!hasRealData)("the published figures", () => {
  it("are those of the real data, to three digits", async () => {
    const rounded = eachFigure(await marginalsOf(realData), (value) => Number(value.toPrecision(3)));
    expect(rounded).toEqual({ distributions: published.distributions, shares: published.shares });
  });
});

describe.each([1, 2])("the scaled shop of seed %i", (seed) => {
  it("comes as close to the published figures as the rule asks, and the page of methods says how close", async () => {
    const out = join(root, `shop-${seed}.parquet`);
    await writeScaledShop({ customers, seed, out });
    const ours = await marginalsOf(out);
    expect(tooFar(published, ours)).toEqual([]);
    if (seed === 1) expect(text("../../../docs/methods.md")).toContain(closenessTable(published, ours));
  });
});

describe("the rule of closeness", () => {
  it("is the one that the page of methods states", () => {
    const percent = (share: number): string => `${100 * share}`;
    expect(text("../../../docs/methods.md").replaceAll("\n", " ")).toContain(
      `means and quantiles within ${percent(rule.quantile)} %, 99th percentiles within ${percent(rule.p99)} %, shares within ` +
        `${percent(rule.points)} percentage points and ${percent(rule.share)} % of themselves`,
    );
  });

  it("takes what is equal and refuses every figure that is a fifth off, or is not there", () => {
    const count = [published.distributions, published.shares]
      .flatMap((groups) => Object.values(groups))
      .reduce((sum, figures) => sum + Object.keys(figures).length, 0);
    expect(tooFar(published, published)).toEqual([]);
    expect(
      tooFar(
        published,
        eachFigure(published, (value) => value * 1.2),
      ),
    ).toHaveLength(count);
    expect(tooFar(published, { distributions: {}, shares: {} })).toHaveLength(count);
  });

  it("refuses a large share that is three points off, though close in proportion", () => {
    const far = tooFar(
      published,
      eachFigure(published, (value) => value * 1.035),
    );
    expect(far.map((line) => line.split(":")[0])).toEqual([
      "revenue, of the best tenth of customers",
      "revenue, in the United Kingdom",
      "customers by country, United Kingdom",
      "lines by country, United Kingdom",
    ]);
  });
});
