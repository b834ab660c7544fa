import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { header } from "../sales/tiny-shop.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const { root } = scratchWorkspace();
const door = fileURLToPath(new URL("../../scripts/run.mjs", import.meta.url));

/** Runs a command as npm does: its own folder is the project's, the user's is INIT_CWD. */
function run(command: string, ...args: string[]) {
  const env = { ...process.env, INIT_CWD: root, SEGMENT_LAB_CACHE: join(root, "cache") };
  const { status, stdout, stderr } = spawnSync(process.execPath, [door, command, ...args], { env, encoding: "utf8" });
  return { status, stdout, errors: stderr.trim() };
}

/** Of each line of a CSV without quotes, the cells under the named columns. */
function cellsOf(path: string, ...columns: string[]): string[][] {
  const [head, ...lines] = readFileSync(join(root, path), "utf8").trimEnd().split("\n");
  const places = columns.map((name) => head!.split(",").indexOf(name));
  return lines.map((line) => places.map((place) => line.split(",")[place]!));
}

describe("npm run score", () => {
  beforeAll(() => {
    expect(run("segment", "--data", "sample", "--out", "mine", "--choose", "kmeans:5", "--quiet").status).toBe(0);
  });

  it("gives the customers of a run's own data the clusters and names of its customers.csv", () => {
    const { status, stdout, errors } = run("score", "--model", "mine", "--data", "sample", "--out", "new/scored.csv");
    expect(status).toBe(0);
    expect(errors.split("\n")).toEqual(["1/4 model", "2/4 sales", "3/4 features", "4/4 segments"]);
    expect(stdout).toMatch(/^1,500 customers of sample by the model of sample, as of 2011-12-10 \(k-means\):\n {2}/);
    expect(stdout.trimEnd()).toMatch(/\nwritten to .*scored\.csv$/);
    const columns = ["customer", "cluster", "segment"];
    expect(cellsOf("new/scored.csv", ...columns)).toEqual(cellsOf("mine/customers.csv", ...columns));
    for (const [margin] of cellsOf("new/scored.csv", "margin")) expect(Number(margin)).toBeGreaterThanOrEqual(0);
    expect(readdirSync(join(root, "new"))).toEqual(["scored.csv"]);
  });

  it("writes the same bytes again, from the model.json itself, without progress", () => {
    const { status, errors } = run("score", "--model", "mine/model.json", "--data", "sample", "--out", "b.csv", "-q");
    expect([status, errors]).toEqual([0, ""]);
    expect(readFileSync(join(root, "b.csv"), "utf8")).toBe(readFileSync(join(root, "new", "scored.csv"), "utf8"));
  });

  it("scores other data as of a day that is named, a spreadsheet's formulas made harmless", () => {
    const lines = ["1,10000,A,1,2012-01-01 10:00,1,=7+8,France", "2,10001,A,5,2012-02-01 10:00,2,12000,France"];
    writeFileSync(join(root, "fresh.csv"), `${[header, ...lines].join("\n")}\n`);
    const args = ["--model", "mine", "--data", "fresh.csv", "--out", "c.csv", "--as-of", "2012-01-31", "-q"];
    const { status, stdout } = run("score", ...args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^1 customers of fresh\.csv/);
    expect(cellsOf("c.csv", "customer", "recency_days")).toEqual([["'=7+8", "30"]]);
  });

  it.each<[string, string[], RegExp]>([
    ["no model", ["--data", "sample", "--out", "x.csv"], /^score needs --model RUN; npm run score -- --help explains$/],
    ["nothing", [], /^score needs --model RUN and --data D and --out FILE\.csv;/],
    [
      "a run that is not there",
      ["--model", "gone", "--data", "sample", "--out", "x.csv"],
      /^no model can be read from .*gone; npm run segment writes one$/,
    ],
    [
      "another file for a model",
      ["--model", "mine/run.json", "--data", "sample", "--out", "x.csv"],
      /^run\.json holds no model;/,
    ],
    [
      "no CSV to write",
      ["--model", "mine", "--data", "sample", "--out", "x.parquet"],
      /x\.parquet does not end in \.csv; give --out FILE\.csv$/,
    ],
    ["a folder to write", ["--model", "mine", "--data", "sample", "--out", "d.csv"], /d\.csv is a folder;/],
    [
      "the data to write over",
      ["--model", "mine", "--data", "plain.csv", "--out", "plain.csv"],
      /^--out .*plain\.csv is read as well; give another file$/,
    ],
    [
      "a file that lacks what the model needs",
      ["--model", "mine", "--data", "plain.csv", "--out", "x.csv"],
      /^model needs columns orders, .*product_entropy.*; plain\.csv gives no "invoice", no "stock code", no "quantity"/,
    ],
    [
      "a day that is none",
      ["--model", "mine", "--data", "sample", "--out", "x.csv", "--as-of", "2011-02-30"],
      /^asOf "2011-02-30" is not a day as 2011-12-31$/,
    ],
    ["a seed", ["--model", "mine", "--data", "sample", "--out", "x.csv", "--seed", "1"], /^Unknown option '--seed'/],
  ])("refuses %s in one line, with exit code 2, and writes nothing", (_, args, message) => {
    mkdirSync(join(root, "d.csv"), { recursive: true });
    const plain = "customer,date,amount\n7,2011-01-01,20\n8,2011-01-01,20\n";
    writeFileSync(join(root, "plain.csv"), plain);
    const { status, errors } = run("score", ...args, "-q");
    expect(errors).toMatch(message);
    expect(errors.split("\n")).toHaveLength(1);
    expect(status).toBe(2);
    expect(existsSync(join(root, "x.csv"))).toBe(false);
    expect(readFileSync(join(root, "plain.csv"), "utf8")).toBe(plain);
  });

  it("explains itself", () => {
    const { status, stdout } = run("score", "--help");
    expect(status).toBe(0);
    for (const option of ["--model", "--data", "--out", "--as-of", "--columns", "--cleaning", "-q"])
      expect(stdout).toContain(option);
    expect(stdout).not.toContain("--seed");
  });
});
