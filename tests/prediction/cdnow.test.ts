import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { expectedOrders } from "../../src/prediction/expected-orders.js";
import { fitPurchases } from "../../src/prediction/fit-purchases.js";

// one row a customer: x, t_x and T in weeks, as "frequency,recency,T"
const file = process.env.SEGMENT_LAB_CDNOW ?? fileURLToPath(new URL("../../data/raw/cdnow.csv", import.meta.url));
const isThere = existsSync(file);
if (!isThere)
  console.warn(
    "no CDNOW summary (SEGMENT_LAB_CDNOW or data/raw/cdnow.csv): the test of the published values is skipped",
  );

describe.skipIf(!isThere)("the 2,357 customers of the CDNOW sample", () => {
  const [header, ...lines] = isThere ? readFileSync(file, "utf8").trim().split(/\r?\n/) : [""];
  const names = header!.split(",");
  const rows = lines.map((line) => line.split(",").map(Number));
  const column = (...known: string[]) => {
    const at = names.findIndex((name) => known.includes(name.trim()));
    return Float64Array.from(rows, (row) => row[at]!);
  };
  const history = {
    frequency: column("frequency", "x"),
    recencyDays: column("recency", "t_x", "t.x"),
    ageDays: column("T", "T.cal"),
    logGaps: new Float64Array(rows.length),
  };

  test("have the published parameters and log-likelihood (Fader, Hardie and Lee 2005, table 2)", () => {
    const { parameters, logLikelihood, customers } = fitPurchases(history, { model: "BG/NBD" });
    expect(customers).toBe(2357);
    expect(parameters.r.toFixed(3)).toBe("0.243");
    expect(parameters.alpha.toFixed(3)).toBe("4.414");
    expect(parameters.a.toFixed(3)).toBe("0.793");
    expect(parameters.b.toFixed(3)).toBe("2.426");
    expect(logLikelihood.toFixed(1)).toBe("-9582.4");
  });

  test("have the published expectation for who bought twice until week 30.43, in the 39 weeks after 38.86", () => {
    const fit = fitPurchases(history, { model: "BG/NBD" });
    const one = { frequency: [2], recencyDays: [30.43], ageDays: [38.86], logGaps: [0] };
    const [orders] = expectedOrders(
      fit,
      {
        frequency: Float64Array.from(one.frequency),
        recencyDays: Float64Array.from(one.recencyDays),
        ageDays: Float64Array.from(one.ageDays),
        logGaps: Float64Array.from(one.logGaps),
      },
      39,
    );
    expect(orders!.toFixed(3)).toBe("1.226");
  });
});
