import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openKeptResults } from "../../src/core/kept-results.js";
import type { CellError } from "../../src/report/cell-error.js";
import { type ExportReportsOptions, exportReports } from "../../src/report/export-reports.js";
import { libraryHash } from "../../src/report/library-hash.js";
import { parseParameters } from "../../src/report/parse-parameters.js";
import { stalePages } from "../../src/report/stale-pages.js";
import { createNotebookFolder } from "./notebook-fixture.js";

const folder = createNotebookFolder();
const parent = mkdtempSync(join(tmpdir(), "segment-lab-kept-"));
const out = join(parent, "pages");
const log = join(parent, "log");
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(parent, { recursive: true });
});
beforeEach(() => {
  for (const path of [out, log, join(parent, "cache")]) rmSync(path, { recursive: true, force: true });
});

/** A notebook of which each run leaves a line in the log. */
function write(name: string, ...sources: string[]): string {
  const note = `import { appendFileSync } from "fs";\nappendFileSync(${JSON.stringify(log)}, ${JSON.stringify(`${name}\n`)});`;
  const code = (source: string, tags?: string[]) => ({
    cell_type: "code",
    metadata: tags ? { tags } : {},
    outputs: [],
    source,
  });
  const path = join(folder, `${name}.ipynb`);
  const cells = [
    { cell_type: "markdown", metadata: {}, source: `# ${name}` },
    code(note),
    code("let k: number = 4;", ["parameters"]),
    ...sources.map((source) => code(source)),
  ];
  writeFileSync(path, JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  return path;
}

const ran = () => (existsSync(log) ? readFileSync(log, "utf8").split("\n").filter(Boolean).sort() : []);
const pages = () =>
  readdirSync(out)
    .sort()
    .map((name) => readFileSync(join(out, name), "utf8"));
const run = { data: "d", settings: "s" };

test("a notebook is run again only when something changed, and its page has the same bytes", async () => {
  const notebooks = [write("01-a", "console.log(k)"), write("02-b", "console.log(2)")];
  const kept = openKeptResults(join(parent, "cache"));
  const options: ExportReportsOptions = { notebooks, out, run, kept };
  await exportReports(options);
  const first = pages();
  expect(ran()).toEqual(["01-a", "02-b"]);

  rmSync(out, { recursive: true });
  const started = performance.now();
  await exportReports(options);
  expect(performance.now() - started).toBeLessThan(1500);
  expect(pages()).toEqual(first);
  expect(ran()).toHaveLength(2);

  write("02-b", "console.log(3)");
  await exportReports(options);
  expect(ran()).toEqual(["01-a", "02-b", "02-b"]);

  await exportReports({ ...options, run: { ...run, data: "other" }, only: "01" });
  await exportReports({ ...options, run: { ...run, settings: "other" }, only: "01" });
  await exportReports({ ...options, parameters: parseParameters(["k=7"]), only: "01" });
  expect(readFileSync(join(out, "01-a.html"), "utf8")).toContain('<pre class="output">7</pre>');
  await exportReports({ ...options, fresh: true, only: "01" });
  expect(ran().filter((name) => name === "01-a")).toHaveLength(5);
  await exportReports({ ...options, times: true, only: "01" });
  expect(ran().filter((name) => name === "01-a")).toHaveLength(6);
});

test("pages made side by side have the bytes and the order of pages made one by one", async () => {
  const wait = (ms: number) => `await new Promise((done) => setTimeout(done, ${ms}));\nconsole.log(${ms});`;
  const notebooks = [write("01-a", wait(300)), write("02-b", wait(1)), write("03-c", wait(50))];
  const order = await exportReports({ notebooks, out, run, jobs: 1 });
  const oneByOne = pages();
  expect(await exportReports({ notebooks, out, run, jobs: 3 })).toEqual(order);
  expect(pages()).toEqual(oneByOne);
});

test("a page that is out of date is told, with the reason, and marked in the index", async () => {
  const notebooks = [write("01-a", "1"), write("02-b", "2")];
  await exportReports({ notebooks, out, run });
  const state = (facts: object = {}, given = parseParameters([])) =>
    stalePages(notebooks, out, { ...run, library: libraryHash(), ...facts }, given).map(({ reasons }) => reasons);
  expect(state()).toEqual([[], []]);
  expect(state({ data: "x" })[0]).toEqual(["it shows other data"]);
  expect(state({}, parseParameters(["k=1"]))[1]).toEqual(["it was made with other parameters"]);
  write("02-b", "3");
  expect(state()).toEqual([[], ["the notebook has changed since"]]);
  await exportReports({ notebooks, out, run, only: "01" });
  expect(readFileSync(join(out, "index.html"), "utf8").match(/Out of date: the notebook has changed/g)).toHaveLength(1);
  rmSync(join(out, "01-a.html"));
  expect(state()[0]).toEqual(["there is no page of it yet"]);
});

test("where failures are told, pages say what failed, the others are made, and none of the failed is kept", async () => {
  const notebooks = [
    write("01-a", "const b: number = k;\nthrow new Error('<i>no</i>');", "b", "console.log(k)"),
    write(
      "02-b",
      "console.log('fine');",
      'import * as tslab from "tslab";\ntslab.display.raw("application/x-unheard-of", "1");',
    ),
  ];
  const told: CellError[] = [];
  const options: ExportReportsOptions = {
    notebooks,
    out,
    run,
    kept: openKeptResults(join(parent, "cache")),
    onFailure: (error) => told.push(error),
  };
  await exportReports(options);
  expect(told.map(({ notebook, cell, firstLine }) => [notebook, cell, firstLine])).toEqual([
    ["01-a", 3, "const b: number = k;"],
  ]);
  const page = readFileSync(join(out, "01-a.html"), "utf8");
  expect(page).toContain("<strong>This report is partial.</strong> 1 cell failed, and 1 cell could not run without it");
  expect(page).toContain("<strong>This cell failed in line 2.</strong> Error: &lt;i&gt;no&lt;/i&gt;");
  expect(page).toContain("<strong>This cell did not run.</strong> it needs b from code cell 3");
  expect(page).toContain('<pre class="output">4</pre>');
  // nobody is told where on whose machine it was made
  expect(page).not.toContain(process.cwd());
  expect(readFileSync(join(out, "02-b.html"), "utf8")).toContain("fine");
  // what no page can draw is said, not lost
  expect(readFileSync(join(out, "02-b.html"), "utf8")).toContain("application/x-unheard-of");
  expect(readFileSync(join(out, "index.html"), "utf8")).toContain("Partial: 1 cell failed");
  expect(stalePages(notebooks, out, { ...run, library: libraryHash() })[0]!.reasons).toEqual([
    "its page is partial: a cell failed",
  ]);
  await exportReports(options);
  expect(ran()).toEqual(["01-a", "01-a", "02-b"]);
});

test("a notebook that changes while it runs gets a page that says so", async () => {
  const path = join(folder, "04-late.ipynb");
  const notebooks = [
    write("04-late", `import { appendFileSync as append } from "fs";\nappend(${JSON.stringify(path)}, " ");`),
  ];
  mkdirSync(join(parent, "cache"));
  await exportReports({ notebooks, out, run, kept: openKeptResults(join(parent, "cache")) });
  const page = readFileSync(join(out, "04-late.html"), "utf8");
  expect(page).toContain("<strong>This page is out of date.</strong> The notebook was changed while it ran");
  expect(readdirSync(join(parent, "cache"))).toEqual([]);
});
