import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { CellError } from "../../src/report/cell-error.js";
import { exportReports } from "../../src/report/export-reports.js";
import { createNotebookFolder, writeNotebook } from "./notebook-fixture.js";

const folder = createNotebookFolder();
const parent = mkdtempSync(join(tmpdir(), "segment-lab-out-"));
const out = join(parent, "pages");
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(parent, { recursive: true });
});
beforeEach(() => rmSync(out, { recursive: true, force: true }));

const first = writeNotebook(folder, "01-first", [
  "md:# First things\n\nThe **lead** of it.",
  "console.log(process.env.WORD)",
]);
const second = writeNotebook(folder, "02-second", ["md:# Second things", "1"]);
const broken = writeNotebook(folder, "03-broken", ["throw new Error('no')"]);

test("writes a page each and an index, the same bytes twice", async () => {
  const options = { notebooks: [first, second], out, env: { ...process.env, WORD: "hello" } };
  const paths = await exportReports(options);
  expect(paths.map((path) => path.slice(out.length + 1))).toEqual(["01-first.html", "02-second.html", "index.html"]);
  const read = () => paths.map((path) => readFileSync(path, "utf8"));
  const before = read();
  expect(before[0]).toContain('<pre class="output">hello</pre>');
  expect(before[2]).toContain(
    '<a href="01-first.html"><div class="card-text"><h2>First things</h2><p>The lead of it.</p>',
  );
  await exportReports(options);
  expect(read()).toEqual(before);
  expect(readdirSync(parent)).toEqual(["pages"]);
});

test("replaces only the page that was asked for, and lists the others in the index", async () => {
  const notebooks = [first, second, broken];
  await exportReports({ notebooks: [first, second], out });
  writeFileSync(
    join(out, "02-second.html"),
    readFileSync(join(out, "02-second.html"), "utf8").replace("Second things<", "Kept<"),
  );
  const paths = await exportReports({ notebooks, out, only: "01" });
  expect(paths).toHaveLength(2);
  expect(readFileSync(join(out, "02-second.html"), "utf8")).toContain("Kept<");
  const index = readFileSync(join(out, "index.html"), "utf8");
  expect(index).toContain("First things");
  expect(index).toContain("Second things");
  expect(index).not.toContain("03-broken");
});

test("writes and replaces nothing when a cell fails", async () => {
  await expect(exportReports({ notebooks: [first, broken], out })).rejects.toBeInstanceOf(CellError);
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(parent)).toEqual([]);
});

test("says which notebooks there are, and that the folder is a file, before anything runs", async () => {
  const fail = exportReports({ notebooks: [first, second], out, only: "07" });
  await expect(fail).rejects.toThrow('no notebook starts with "07"; choose from 01-first, 02-second');
  const file = join(folder, "file");
  writeFileSync(file, "");
  await expect(exportReports({ notebooks: [first], out: join(file, "deep") })).rejects.toThrow(
    `${file} is a file; give --out a folder`,
  );
});

test("writes the segments' pages beside, leads to them from the index, and removes those of segments that are no more", async () => {
  const page = (name: string, title: string) => ({
    name,
    cells: [{ kind: "markdown" as const, source: `# ${title}\n\nWho they are.`, outputs: [] }],
  });
  const both = async () => [page("regulars", "Regulars"), page("lost", "Lost & gone")];
  await exportReports({ notebooks: [first], out, segments: both });
  expect(readdirSync(join(out, "segments"))).toEqual(["lost.html", "regulars.html"]);
  const index = () => readFileSync(join(out, "index.html"), "utf8");
  expect(index()).toContain(
    '<a href="segments/lost.html"><div class="card-text"><h3>Lost &amp; gone</h3><p>Who they are.</p>',
  );
  // without segments the earlier pages stay, and are still led to
  await exportReports({ notebooks: [first], out });
  expect(index()).toContain("segments/regulars.html");
  writeFileSync(join(out, "segments", "mine.html"), "<p>not ours</p>");
  await exportReports({ notebooks: [first], out, segments: async () => [page("regulars", "Regulars")] });
  expect(readdirSync(join(out, "segments"))).toEqual(["mine.html", "regulars.html"]);
  expect(index()).not.toContain("lost.html");
  await expect(
    exportReports({ notebooks: [first], out, segments: () => Promise.reject(new Error("no")) }),
  ).rejects.toThrow("no");
  expect(index()).toContain("segments/regulars.html");
  expect(readdirSync(parent)).toEqual(["pages"]);
});
