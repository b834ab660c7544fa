import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runFiles } from "../report/run/run-files.js";
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

describe("npm run segment", () => {
  it("takes a path from where the user stands and writes the run there", () => {
    const { status, stdout } = run("segment", "--data", "sample", "--out", "mine", "--quiet");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^1,500 customers in \d segments \(.*, k = \d\):\n/);
    expect(readdirSync(join(root, "mine")).sort()).toEqual(runFiles);
  });

  it("takes the playbook that it writes, and plans the same by it", () => {
    const options: [string, ...string[]] = ["segment", "--data", "sample", "--choose", "kmeans:4", "--quiet"];
    expect(run(...options, "--out", "first").status).toBe(0);
    const again = run(...options, "--out", "again", "--playbook", "first/playbook.csv");
    expect(again.errors).toBe("");
    for (const name of readdirSync(join(root, "first/briefs")))
      expect(readFileSync(join(root, "again/briefs", name), "utf8")).toBe(
        readFileSync(join(root, "first/briefs", name), "utf8"),
      );
  });

  it("plans with the margin, budget and hold-out that were set, and says so", () => {
    const options = ["--data", "sample", "--choose", "kmeans:4", "--quiet", "--out", "set"];
    const set = ["--margin", "30%", "--budget", "0", "--holdout", "0.2"];
    expect(run("segment", ...options, ...set)).toMatchObject({ status: 0, errors: "" });
    const { parameters } = JSON.parse(readFileSync(join(root, "set/run.json"), "utf8"));
    expect(parameters).toMatchObject({ margin: "0.3", budget: "0", "hold-out": "0.2" });
    const plan = JSON.parse(readFileSync(join(root, "set/actions.json"), "utf8"));
    const own = plan.assumptions.filter(({ source }: { source: string }) => source === "set by the user");
    expect(own.map(({ name, value }: { name: string; value: number }) => [name, value])).toEqual([
      ["margin", 0.3],
      ["budget", 0],
      ["hold-out", 0.2],
    ]);
    expect([plan.budget, plan.totals.statuses.contact, plan.totals.contactCost]).toEqual([0, 0, 0]);
    expect(plan.totals.statuses["over-budget"]).toBeGreaterThan(0);
    expect(plan.notes.join(" ")).toContain("pays no contact: nobody is written to");
  });

  const bad: readonly [file: string, content: string, message: RegExp][] = [
    ["empty.csv", "", /^empty\.csv is empty$/],
    ["text.parquet", "Invoice\n1\n", /^text\.parquet is not a Parquet file; if it is text, rename it to \.csv$/],
    [
      "orders.csv",
      "Order,SKU,Qty\n1,2,3\n",
      /^no columns for "invoice", "invoice date", "price", "customer id" in orders\.csv \(found: Order, SKU, Qty\); map them with --columns invoice=NAME,invoiced_at=NAME,price=NAME,customer=NAME \(or amount=NAME for a line's total\)$/,
    ],
    [
      "guests.csv",
      `${header}\n1,10000,A,1,2011-01-01,1,,France\n`,
      /^cleaning leaves no sales of guests\.csv: the step "identified" /,
    ],
    [
      "one.csv",
      `${header}\n1,10000,A,1,2011-01-01,1,7,France\n`,
      /^1 customers are too few for a matrix; 2 is the least$/,
    ],
  ];
  it.each(bad)(
    "says in one line what is wrong with %s, exits with 2 and keeps the last good run",
    (file, content, message) => {
      writeFileSync(join(root, file), content);
      mkdirSync(join(root, "kept"), { recursive: true });
      writeFileSync(join(root, "kept", "run.json"), "the last good run");
      const { status, errors } = run("segment", "--data", file, "--out", "kept", "--quiet");
      expect(errors).toMatch(message);
      expect(status).toBe(2);
      expect(readFileSync(join(root, "kept", "run.json"), "utf8")).toBe("the last good run");
      expect(readdirSync(join(root, "kept"))).toEqual(["run.json"]);
    },
  );

  it.each([
    [["--data", "nowhere.csv"], /^no file .*nowhere\.csv; give --data a path/],
    [["--cleaning", "thorough"], /^cleaning "thorough" is not one of default, naive$/],
    [["--seed", "x"], /^seed "x" is not a whole number from 0 to 2147483647$/],
    [["--columns", "colour=B"], /^--columns knows no "colour"; it takes invoice, sku/],
    [["--margin", "40"], /^margin 40 is not a share from 0 to 1, such as 0\.4 or 40%$/],
    [["--budget=-5"], /^budget -5 is not an amount of money from 0 on, such as 500$/],
    [["--holdout", "1"], /^holdout 1 is not a share from 0 to 0\.9, such as 0\.1 or 10%$/],
    [["--colour"], /^Unknown option '--colour'/],
    [["--choose", "kmean:5"], /^choose "kmean:5": there is no "kmean"; did you mean "kmeans"\? \(known: /],
    [["--choose", "kmeans", "--data", "nowhere.csv"], /^choose "kmeans" is none of auto, cached, or an algorithm/],
    [["--encoding", "klingon"], /^--encoding "klingon" is not read; it takes utf-8, utf-16le, utf-16be, latin-1, /],
    [["--delimiter", "||"], /^--delimiter "\|\|" is not one ASCII character$/],
    [["--columns", "customer=Buyer, id,time"], /^no column "Buyer, id,time" in sample /],
  ])("refuses %j", (args, message) => {
    const { status, errors } = run("segment", "--out", "never", "--quiet", ...args);
    expect(errors).toMatch(message);
    expect(errors.split("\n")).toHaveLength(1);
    expect(status).toBe(2);
    expect(existsSync(join(root, "never"))).toBe(false);
  });

  it("takes a header with a comma in it, and -q for --quiet", () => {
    const rows = Array.from({ length: 12 }, (_, i) => `${i},${1 + (i % 3)},2011-01-${10 + i},${2 + i},c${i % 6}`);
    writeFileSync(join(root, "comma.csv"), `No,Units,"Date, local",Price,"Buyer, id"\n${rows.join("\n")}\n`);
    const columns = "invoice=No,quantity=Units,invoiced_at=Date, local,customer=Buyer, id";
    const options = ["--data", "comma.csv", "--columns", columns, "--choose", "kmeans:2", "--out", "comma", "-q"];
    const { status, errors } = run("segment", ...options);
    expect([status, errors]).toEqual([0, ""]);
    const { parameters } = JSON.parse(readFileSync(join(root, "comma", "run.json"), "utf8"));
    expect(parameters.columns).toContain("customer = Buyer, id");
  });

  it("explains itself", () => {
    const { status, stdout } = run("segment", "--help");
    expect(status).toBe(0);
    for (const option of ["--data", "--out", "--cleaning", "--columns", "--goods", "--seed"])
      expect(stdout).toContain(option);
  });
});

describe("npm run bench", () => {
  it("measures from a cold start and prints one object a row", () => {
    const { status, stdout } = run("bench", "segment", "--data", "sample", "--runs", "1", "--json");
    expect(status).toBe(0);
    const rows = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(
        expect.arrayContaining(["bench", "case", "ours", "peer", "peerName", "ratio", "equal", "unit"]),
      );
      expect(row.ours).toBeGreaterThan(0);
    }
    expect(rows.map((row) => row.case)).toEqual(
      expect.arrayContaining(["sample: whole command", "sample, --choose kmeans:5: whole command"]),
    );
  });

  it("names the benches there are", () => {
    expect(run("bench", "speed")).toMatchObject({
      status: 2,
      errors: 'no bench "speed"; there are sales, features, clustering, scale, segment, reports, pages, verdict',
    });
  });
});
