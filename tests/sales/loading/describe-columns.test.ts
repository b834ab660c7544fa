import { describe, expect, it } from "vitest";
import { describeAbsences, describeColumns } from "../../../src/sales/loading/describe-columns.js";
import type { LoadedTable } from "../../../src/sales/loading/loaded-table.js";

const part = (name: string) => ({ name }) as LoadedTable;

describe("what is said of the columns of several files", () => {
  const parts = ["a.csv", "b.csv", "c.csv", "d.csv", "e.csv"].map(part);
  const first = { customer: "Buyer", price: "Price", sku: "Code" };
  const other = { customer: "Buyer", price: "Unit price" };

  it("is said once where it holds for all of them", () => {
    expect(describeColumns(parts.slice(0, 2), [first, first])).toEqual([
      "customer = Buyer",
      "price = Price",
      "sku = Code",
    ]);
  });

  it("names the files where it holds for some, two of them at most where they are many", () => {
    expect(describeColumns(parts, [first, other, other, other, other])).toEqual([
      "customer = Buyer",
      "price = Price (a.csv)",
      "sku = Code (a.csv)",
      "price = Unit price (b.csv, c.csv and 2 more)",
    ]);
    const absences = describeAbsences(parts.slice(0, 2), [first, other]);
    expect(absences.filter((sentence) => sentence.startsWith("b.csv: No column for "))).toHaveLength(1);
    expect(absences.some((sentence) => sentence.startsWith("No column for "))).toBe(true);
  });
});
