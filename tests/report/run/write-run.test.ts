import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sqlText } from "../../../src/core/database.js";
import { featureCatalogue } from "../../../src/features/catalogue.js";
import { type SegmentedShop, segmentShop } from "../../../src/report/run/segment-shop.js";
import { writeRun } from "../../../src/report/run/write-run.js";
import { hasRealData, realData } from "../../real-data.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { runFiles } from "./run-files.js";

const workspace = scratchWorkspace();
const read = (folder: string, name: string) => readFileSync(join(workspace.root, folder, name), "utf8");

describe("a run of the synthetic shop", () => {
  let shop: SegmentedShop;
  beforeAll(async () => {
    shop = await segmentShop({ data: "sample", workspace });
  });
  afterAll(() => shop.sales.close());

  it("is a folder with the facts and one line a customer", async () => {
    await writeRun(join(workspace.root, "run"), shop);
    expect(readdirSync(join(workspace.root, "run")).sort()).toEqual(runFiles);
    const facts = JSON.parse(read("run", "run.json"));
    expect(Object.keys(facts)).toEqual([
      "version",
      "data",
      "parameters",
      "ledger",
      "rejects",
      "notes",
      "customers",
      "clusterings",
      "chosen",
      "files",
      "timing",
    ]);
    expect(facts.ledger.map(({ step }: { step: string }) => step)).toEqual([
      "read",
      "overlap",
      "identified",
      "adjustments",
      "goods",
      "returns",
      "sales",
    ]);
    expect(Object.keys(facts.clusterings[0])).toEqual([
      "algorithm",
      "engine",
      "options",
      "clusters",
      "noiseShare",
      "silhouette",
      "daviesBouldin",
      "calinskiHarabasz",
      "seconds",
    ]);
    const written = readdirSync(join(workspace.root, "run"), { recursive: true, encoding: "utf8" });
    const files = written.filter((name) => statSync(join(workspace.root, "run", name)).isFile());
    expect([...facts.files, "run.json"].sort()).toEqual(files.sort());
    expect(facts.data.sha256).toMatch(/^[0-9a-f]{64}$/);
    const lines = read("run", "customers.csv").trimEnd().split("\n");
    expect(lines).toHaveLength(facts.customers + 1);
    expect(lines[0]).toMatch(
      /^customer,recency_days,orders,net_revenue,.*,r_score,f_score,m_score,rfm_score,rfm_segment,cluster,segment$/,
    );
  });

  it("carries every feature of the catalogue, in CSV and in Parquet alike, with nulls where a value is not defined", async () => {
    const path = sqlText(join(workspace.root, "run", "customers.parquet"));
    const described = await shop.sales.rows<{ column_name: string; column_type: string }>(`DESCRIBE FROM ${path}`);
    const names = described.map(({ column_name: name }) => name);
    const [header, ...lines] = read("run", "customers.csv").trimEnd().split("\n");
    expect(header!.split(",")).toEqual(names);
    const catalogued = featureCatalogue.map(({ name }) => name);
    expect([...names].sort()).toEqual(["customer", ...catalogued, "cluster", "segment"].sort());
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    const typeOf = new Map(described.map(({ column_name: name, column_type: type }) => [name, type]));
    expect([
      typeOf.get("customer"),
      typeOf.get("net_revenue"),
      typeOf.get("one_time"),
      typeOf.get("first_month"),
    ]).toEqual(["VARCHAR", "DOUBLE", "INTEGER", "VARCHAR"]);
    // null for each empty value, and no more
    const nulls = names.map((name) => `count(*) - count("${name}") AS "${name}"`).join(", ");
    const [row] = await shop.sales.rows<Record<string, number>>(`SELECT ${nulls} FROM ${path}`);
    const cells = lines.map((line) => line.split(","));
    expect(row).toEqual(
      Object.fromEntries(names.map((name, i) => [name, cells.filter((values) => values[i] === "").length])),
    );
    expect(row!.median_gap_days).toBeGreaterThan(0);
  });

  it("is byte for byte the same list a second time, and replaces the earlier run", async () => {
    const again = await segmentShop({
      data: "sample",
      workspace: { ...workspace, cacheFolder: join(workspace.root, "other") },
    });
    await writeRun(join(workspace.root, "again"), again);
    await writeRun(join(workspace.root, "run"), shop);
    await writeRun(join(workspace.root, "run"), shop);
    again.sales.close();
    expect(read("again", "customers.csv")).toBe(read("run", "customers.csv"));
    expect(read("again", "model.json")).toBe(read("run", "model.json"));
    for (const name of JSON.parse(read("run", "run.json")).files.filter((file: string) => !file.endsWith(".parquet")))
      expect([name, read("again", name)]).toEqual([name, read("run", name)]);
    const parquet = (folder: string) => readFileSync(join(workspace.root, folder, "customers.parquet"));
    expect(parquet("again").equals(parquet("run"))).toBe(true);
    const comparable = (text: string) => {
      const { timing, ...facts } = JSON.parse(text);
      for (const clustering of facts.clusterings) clustering.seconds = 0;
      return [facts, Object.keys(timing)];
    };
    expect(comparable(read("again", "run.json"))).toEqual(comparable(read("run", "run.json")));
    expect(readdirSync(workspace.root).filter((name) => /part|old/.test(name))).toEqual([]);
  });

  it("never replaces a folder that holds anything else", async () => {
    const folder = join(workspace.root, "precious");
    mkdirSync(folder);
    writeFileSync(join(folder, "thesis.txt"), "all of it");
    await expect(writeRun(folder, shop)).rejects.toThrow(
      "holds other files (thesis.txt); give --out a new folder or one of an earlier run",
    );
    expect(existsSync(join(folder, "thesis.txt"))).toBe(true);
  });
});

describe.skipIf(!hasRealData)("a run of Online Retail II", () => {
  it("segments all 5,852 customers, each segment with a name of its own", { timeout: 300_000 }, async () => {
    const shop = await segmentShop({ data: realData, workspace });
    shop.sales.close();
    expect(shop.customers.numRows()).toBe(5852);
    expect(shop.segments.reduce((sum, { customers }) => sum + customers, 0)).toBe(5852);
    expect(new Set(shop.segments.map(({ name }) => name)).size).toBe(shop.segments.length);
    expect(shop.decision.verdict!.structure.answer).toBe("slices of a continuum");
    expect(shop.chosen.clustering.clusters).toBeGreaterThanOrEqual(4);
    const names = shop.decision.comparison.weighed!.finalists.map(({ run }) => run.name);
    expect(names).toContain(shop.chosen.name);
  });
});
