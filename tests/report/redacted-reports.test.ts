import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createRedaction } from "../../src/sales/redaction/redaction.js";
import { findIds } from "../sales/redaction/find-ids.js";
import { telltaleId, telltaleShop } from "../sales/redaction/telltale-shop.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const { root } = scratchWorkspace();
const out = join(root, "pages");
const key = "a key for these tests alone";
const read = (name: string) => readFileSync(join(out, name), "utf8");

describe("npm run reports with --redact", () => {
  let pages: string[];
  beforeAll(() => {
    writeFileSync(join(root, `${telltaleId(4)}.csv`), telltaleShop(40));
    const env = { ...process.env, INIT_CWD: root, SEGMENT_LAB_CACHE: join(root, "cache"), SEGMENT_LAB_KEY: key };
    const options = ["--data", `${telltaleId(4)}.csv`, "--max-rejects", "0.5", "--redact", "--out", out];
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/run.mjs", "export-reports", ...options], {
      env,
      encoding: "utf8",
    });
    expect(stdout + stderr).not.toMatch(/zq-id-/i);
    expect(status).toBe(0);
    pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  }, 240_000);

  it("leaves no id in any page, whatever the form", async () => {
    const notebooks = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
    expect(pages.filter((name) => !name.includes("segments")).length).toBe(notebooks.length + 1);
    expect(await findIds(out, "zq-id-")).toEqual([]);
    expect(await findIds(out, key)).toEqual([]);
    // a country of one customer, and the ids of rows that could not be read
    expect(await findIds(out, "iceland")).toEqual([]);
    for (const last of [1, 2, 3, 4, 5, 6]) expect(await findIds(out, `id-90000${last}`)).toEqual([]);
  });

  it("names customers by their hashes in the lists of the explorer, and says so on every page", () => {
    expect(read("04-clustering.html")).toContain(createRedaction(key).pseudonymOf(telltaleId(2)));
    for (const name of pages.filter((page) => page !== "index.html")) {
      expect(read(name)).toContain("customer ids are replaced by keyed hashes");
    }
  });

  it("gives no page and no list to fewer than five customers", () => {
    const segments = pages.filter((name) => name.includes("segments"));
    expect(segments.length).toBeGreaterThan(0);
    for (const name of segments) {
      const [, list] = /href="data:text\/csv;charset=utf-8,([^"]*)"/.exec(read(name))!;
      const rows = decodeURIComponent(list!).match(/^p-[0-9a-z]{12},/gm)!;
      expect(rows.length).toBeGreaterThanOrEqual(5);
    }
  });

  it("leaves single customers out, with a sentence", () => {
    for (const name of ["01-data-quality.html", "03-features.html"]) {
      expect(read(name)).toContain("Left out of a redacted page: these are single customers.");
    }
    expect(read("03-features.html")).not.toContain("typical of Champions");
  });
});
