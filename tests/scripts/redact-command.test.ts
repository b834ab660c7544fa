import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { createRedaction } from "../../src/sales/redaction/redaction.js";
import { findIds } from "../sales/redaction/find-ids.js";
import { telltaleId, telltaleShop } from "../sales/redaction/telltale-shop.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const { root } = scratchWorkspace();
const door = fileURLToPath(new URL("../../scripts/run.mjs", import.meta.url));
const key = "a key for these tests alone";

/** Runs a command on the telltale shop and gives all that it prints. */
function run(command: string, options: readonly string[], keyOfRun = key) {
  const env = {
    ...process.env,
    INIT_CWD: root,
    SEGMENT_LAB_CACHE: join(root, "cache"),
    SEGMENT_LAB_KEY: keyOfRun,
  };
  const all = [door, command, "--data", `${telltaleId(4)}.csv`, "--max-rejects", "0.5", ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { env, encoding: "utf8" });
  return { status, printed: stdout + stderr };
}

/** The lines of a CSV whose cells need no quotes, as records. */
function readCsv(...path: readonly string[]): Record<string, string>[] {
  const [head, ...lines] = readFileSync(join(root, ...path), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => Object.fromEntries(head!.split(",").map((name, i) => [name, line.split(",")[i]!])));
}

const segment = (out: string, ...more: readonly string[]) =>
  run("segment", ["--out", out, "--choose", "gaussian-mixture:6", "-q", ...more]);

describe("npm run segment and score with --redact", () => {
  beforeAll(() => {
    writeFileSync(join(root, `${telltaleId(4)}.csv`), telltaleShop(40));
    expect(segment("plain").status).toBe(0);
    const { status, printed } = segment("redacted", "--redact");
    expect(status).toBe(0);
    expect(printed).not.toMatch(/zq-id-/i);
  });

  it("leave no id in any file of a run, where the plain run has them in several", async () => {
    const plain = await findIds(join(root, "plain"), "zq-id-");
    expect(plain).toContain("customers.csv: plain");
    expect(plain).toContain("customers.parquet: parquet");
    expect(plain).toContain("rejects.csv: plain");
    expect(await findIds(join(root, "redacted"), "zq-id-")).toEqual([]);
  });

  it("say so in run.json, with no trace of the key", async () => {
    const facts = JSON.parse(readFileSync(join(root, "redacted", "run.json"), "utf8"));
    expect(facts.parameters.redacted).toBe(
      "customer ids are replaced by keyed hashes; groups of fewer than 5 people are suppressed",
    );
    expect(await findIds(join(root, "redacted"), key)).toEqual([]);
    expect(await findIds(join(root, "cache"), key)).toEqual([]);
  });

  it("list nobody of a segment of fewer than five, and not its money", () => {
    const { chosen } = JSON.parse(readFileSync(join(root, "redacted", "run.json"), "utf8"));
    const rows = readCsv("redacted", "customers.csv");
    const sizes: number[] = chosen.segments.map(({ customers }: { customers: number }) => customers);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(40);
    expect(sizes.some((size) => size < 5)).toBe(true);
    for (const { cluster, customers, revenue } of chosen.segments) {
      const listed = rows.filter((row) => row.cluster === String(cluster));
      if (customers < 5) expect([listed.length, revenue]).toEqual([0, null]);
      else expect([listed.length, revenue]).toEqual([customers, expect.any(Number)]);
    }
    expect(rows).toHaveLength(sizes.filter((size) => size >= 5).reduce((sum, size) => sum + size, 0));
    const model = JSON.parse(readFileSync(join(root, "redacted", "model.json"), "utf8"));
    expect(model.clustering.clusters).toBe(sizes.filter((size) => size >= 5).length);
  });

  it("hand over no list, brief or money of fewer than five, and say how many are left out", () => {
    const folder = join(root, "redacted");
    const { chosen } = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
    const actions = JSON.parse(readFileSync(join(folder, "actions.json"), "utf8"));
    const listed = new Set(readCsv("redacted", "customers.csv").map(({ customer }) => customer!));
    const small = chosen.segments.filter(({ customers }: { customers: number }) => customers < 5);
    expect(small.length).toBeGreaterThan(0);
    const files = readdirSync(join(folder, "campaigns"));
    expect(readdirSync(join(folder, "briefs"))).toEqual(files.map((name) => name.replace(/csv$/, "md")));
    let rows = 0;
    for (const file of files) {
      const ids = readFileSync(join(folder, "campaigns", file), "utf8").match(/^p-[0-9a-z]{12}(?=,)/gm)!;
      expect(ids.length).toBeGreaterThanOrEqual(5);
      // whom customers.csv leaves out no campaign gives away
      expect(ids.filter((id) => !listed.has(id))).toEqual([]);
      rows += ids.length;
    }
    expect(rows).toBe(actions.totals.customers);
    for (const { size, id } of actions.lists) {
      expect(size.members).toBeGreaterThanOrEqual(5);
      expect(files.includes(`${id}.csv`)).toBe(size.customers > 0);
    }
    for (const { name } of small) {
      expect(actions.lists.filter((list: { name: string }) => list.name === name)).toEqual([]);
      for (const file of ["actions.json", "segments.csv"])
        expect(readFileSync(join(folder, file), "utf8")).not.toContain(name);
    }
    const gone = 40 - actions.totals.customers;
    expect(actions.notes.join("\n")).toContain(
      `Ids are redacted: ${gone} customers of segments of fewer than 5 people are in no list and no sum.`,
    );
  });

  it("are joined by their hashes to each other and, with the key, to the plain run", () => {
    expect(segment("again", "--redact").status).toBe(0);
    for (const file of ["customers.csv", "model.json", "rejects.csv", "actions.json", "segments.csv"]) {
      expect(readFileSync(join(root, "again", file))).toEqual(readFileSync(join(root, "redacted", file)));
    }
    const { pseudonymOf } = createRedaction(key);
    const orders = new Map(
      readCsv("plain", "customers.csv").map((row) => [pseudonymOf(row.customer!), row.net_revenue]),
    );
    for (const row of readCsv("redacted", "customers.csv")) expect(orders.get(row.customer!)).toBe(row.net_revenue);
  });

  it("score with the model of a redacted run, hashed alike", async () => {
    const { status, printed } = run("score", ["--model", "redacted", "--out", "scored/new.csv", "--redact"]);
    expect(status).toBe(0);
    expect(printed).not.toMatch(/zq-id-/i);
    expect(await findIds(join(root, "scored"), "zq-id-")).toEqual([]);
    const before = new Map(readCsv("redacted", "customers.csv").map((row) => [row.customer, row.cluster]));
    const scored = readCsv("scored", "new.csv").filter(({ customer }) => before.has(customer));
    expect(scored.length).toBeGreaterThan(before.size / 2);
    for (const { customer, cluster } of scored) expect(cluster).toBe(before.get(customer));
  });

  it("refuse a key that is no secret, in one line", () => {
    const { status, printed } = segmentWith("short");
    expect(status).toBe(2);
    expect(printed.trim()).toBe(
      "the key in SEGMENT_LAB_KEY has 5 characters; --redact needs 16 or more, such as: openssl rand -hex 32",
    );
  });
});

const segmentWith = (keyOfRun: string) => run("segment", ["--out", "never", "-q", "--redact"], keyOfRun);
