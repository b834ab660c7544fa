import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const out = join(tmpdir(), `segment-lab-never-written-${process.pid}`);
const run = (...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ["scripts/run.mjs", "export-reports", "--out", out, ...args], { encoding: "utf8" });

test.each([
  [["--sed", "1"], /^Unknown option '--sed'/],
  [["--seed", "one"], /^seed "one" is not a whole number from 0 to 2147483647$/],
  [["--cleaning", "thorough"], /^cleaning "thorough" is not one of default, naive$/],
  [["--data", "nowhere.csv"], /^no file .*nowhere\.csv; give --data a path, or "sample" for the synthetic shop$/],
  [["--only", "99"], /^no notebook starts with "99"; choose from 00-start-here, 01-data-quality, /],
  [["--jobs", "0"], /^--jobs 0 is not a whole number from 1 to 64$/],
  [["--cell-limit", "soon"], /^--cell-limit soon is not a number of seconds, 0 for no limit$/],
  [["--limit=-1"], /^--limit -1 is not a number of seconds, 0 for no limit$/],
  [["--param", "k"], /^--param k has no value; write --param k=5$/],
  [["--param", "K=5"], /^no parameter "K"; there are productsShown \(02-exploration\), k \(04-clustering\)$/],
  [["--only", "01", "--param", "k=5"], /^no parameter "k"; 01-data-quality has none$/],
  [["--only", "04", "--param", "k=five"], /^--param k=five: k is a number, such as 0$/],
  [["--out", "package.json"], /package\.json is a file; give --out a folder$/],
])("npm run reports -- %s is one line and exit 2, and writes nothing", (args, line) => {
  const { status, stderr, stdout } = run(...args);
  expect(stderr.trim()).toMatch(line);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stdout).toBe("");
  expect(status).toBe(2);
  expect(existsSync(out)).toBe(false);
});

test("npm run reports -- --check runs nothing, and says of each page what it lacks", () => {
  const { status, stdout, stderr } = run("--data", "sample", "--only", "0", "--check");
  expect(stdout.trim().split("\n")).toContain("04-clustering: there is no page of it yet");
  expect(stderr).toBe("");
  expect(status).toBe(1);
  expect(existsSync(out)).toBe(false);
});

test("npm run reports -- --keep-going writes pages with what failed, says it in a line each, and ends with 1", () => {
  const { status, stdout, stderr } = run(
    "--data",
    "sample",
    "--only",
    "01",
    "--cell-limit",
    "0.02",
    "--keep-going",
    "--fresh",
  );
  expect(stderr.trim().split("\n").at(-1)).toBe(
    "01-data-quality: code cell 1 (import {): the cell took more than 0.02 seconds and was ended; --cell-limit allows it more",
  );
  expect(stdout).toContain("1 page and the index");
  expect(readFileSync(join(out, "01-data-quality.html"), "utf8")).toContain(
    "<strong>This cell took too long.</strong>",
  );
  expect(status).toBe(1);
  rmSync(out, { recursive: true });
});

const ofRuns = ["--jobs", "--cell-limit", "--limit", "--keep-going", "--fresh", "--param", "--check"];

test("npm run reports -- --help explains every option", () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  for (const option of ["--data", "--out", "--only", "--cleaning", "--seed", "--times", "--quiet", ...ofRuns]) {
    expect(stdout).toContain(option);
  }
});
