import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const out = join(tmpdir(), "segment-lab-never-written");
const run = (...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ["scripts/run.mjs", "export-reports", "--out", out, ...args], { encoding: "utf8" });

test.each([
  [["--sed", "1"], /^Unknown option '--sed'/],
  [["--seed", "one"], /^seed "one" is not a whole number from 0 to 2147483647$/],
  [["--cleaning", "thorough"], /^cleaning "thorough" is not one of default, naive$/],
  [["--data", "nowhere.csv"], /^no file .*nowhere\.csv; give --data a path, or "sample" for the synthetic shop$/],
  [["--only", "99"], /^no notebook starts with "99"; choose from 01-data-quality, /],
  [["--out", "package.json"], /package\.json is a file; give --out a folder$/],
])("npm run reports -- %s is one line and exit 2, and writes nothing", (args, line) => {
  const { status, stderr, stdout } = run(...args);
  expect(stderr.trim()).toMatch(line);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stdout).toBe("");
  expect(status).toBe(2);
  expect(existsSync(out)).toBe(false);
});

test("npm run reports -- --help explains every option", () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  for (const option of ["--data", "--out", "--only", "--cleaning", "--seed", "--times", "--quiet"]) {
    expect(stdout).toContain(option);
  }
});
