import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeScaledShop } from "../../../src/sales/synthetic/write-scaled-shop.js";
import { hasRealData, realData } from "../../real-data.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { marginalsOf } from "./marginals.js";

/** A published figure to three digits, and how far from it the synthetic shop may be, relative. */
interface Figure {
  readonly name: string;
  readonly target: number;
  readonly within: number;
}

const file = new URL("./published-marginals.json", import.meta.url);
const { figures } = JSON.parse(readFileSync(file, "utf8")) as { figures: readonly Figure[] };
const { root } = scratchWorkspace();

describe.skipIf(!hasRealData)("the published figures", () => {
  it("are those of the real data, to three digits", async () => {
    const measured = await marginalsOf(realData);
    expect([...measured.keys()]).toEqual(figures.map(({ name }) => name));
    const rounded = Object.fromEntries([...measured].map(([name, value]) => [name, Number(value.toPrecision(3))]));
    expect(rounded).toEqual(Object.fromEntries(figures.map(({ name, target }) => [name, target])));
  });
});

describe.each([1, 2])("the scaled shop of seed %i", (seed) => {
  it("comes as close to the published figures as the table says", async () => {
    const out = join(root, `shop-${seed}.parquet`);
    await writeScaledShop({ customers: 6000, seed, out });
    const ours = await marginalsOf(out);
    const rows = figures.map(({ name, target, within }) => {
      const value = ours.get(name)!;
      return { name, target, value, difference: value / target - 1, within };
    });
    const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
    const table = rows.map(({ name, target, value, difference, within }) =>
      [
        name.padEnd(38),
        ...[target, Number(value.toPrecision(3))].map((number) => String(number).padStart(8)),
        percent(difference).padStart(8),
        `± ${percent(within)}`.padStart(9),
      ].join(" "),
    );
    const header = ["published figure".padEnd(38), "  target", "    ours", "   off by", "  bound"].join(" ");
    if (seed === 1) console.log([header, ...table].join("\n"));
    expect(rows.filter(({ difference, within }) => !(Math.abs(difference) <= within))).toEqual([]);
    // half of the figures are closer than four per cent
    const offs = rows.map(({ difference }) => Math.abs(difference)).sort((a, b) => a - b);
    expect(offs[Math.floor(offs.length / 2)]).toBeLessThan(0.04);
  });
});
