import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { embedPictures } from "../../src/report/embed-pictures.js";
import { readNotebook } from "../../src/report/notebook.js";

const parent = mkdtempSync(join(tmpdir(), "segment-lab-pictures-"));
afterAll(() => rmSync(parent, { recursive: true }));
const folder = join(parent, "notebooks");
mkdirSync(join(folder, "deep"), { recursive: true });
const png = Buffer.from("89504e470d0a1a0a00", "hex");
writeFileSync(join(folder, "deep", "a b.png"), png);
writeFileSync(join(parent, "outside.png"), png);
writeFileSync(join(folder, "text.png"), "root:x:0:0");
writeFileSync(join(folder, "large.png"), Buffer.concat([png, Buffer.alloc(2_000_001)]));
symlinkSync(join(parent, "outside.png"), join(folder, "link.png"));
const uri = `data:image/png;base64,${png.toString("base64")}`;
const embed = (source: string) => embedPictures(source, { "x.png": { "image/png": png.toString("base64") } }, folder);

test("pictures beside the notebook and attached ones come into the page", () => {
  expect(embed("See ![one](deep/a%20b.png), ![](<attachment:x.png>).")).toBe(`See ![one](${uri}), ![](${uri}).`);
  expect(embed(`<img alt='two' src="deep/a%20b.png" width=3>`)).toBe(`![two](${uri})`);
  expect(embed(`![kept](${uri})`)).toBe(`![kept](${uri})`);
});

test.each([
  ["![map](none.png)", "*[picture “map” left out: there is no none.png]*"],
  ["![](attachment:y.png)", "*[picture left out: nothing called y.png is attached]*"],
  ["![a](https://e.vil/x.png)", "*[picture “a” left out: it is not a file beside the notebook]*"],
  ["![a](//e.vil/x.png)", "*[picture “a” left out: it is not a file beside the notebook]*"],
  ["<IMG SRC=file:///etc/passwd>", "*[picture left out: it is not a file beside the notebook]*"],
  ["![a](../outside.png)", "*[picture “a” left out: outside.png is not below the notebook's folder]*"],
  ["![a](link.png)", "*[picture “a” left out: link.png is not below the notebook's folder]*"],
  ["![a](text.png)", "*[picture “a” left out: text.png is not PNG, JPEG, GIF or WebP]*"],
  ["![a](large.png)", "*[picture “a” left out: large.png is larger than 2 MB]*"],
  ['![<b onclick="x">](none.png)', '*[picture “b onclick="x"” left out: there is no none.png]*'],
])("%s is said to be left out", (source, said) => {
  expect(embed(source)).toBe(said);
});

test("what stands in code is left alone", () => {
  for (const source of ["`![a](none.png)`", "```md\n![a](none.png)\n```", "a ![ b ] (c) !"])
    expect(embed(source)).toBe(source);
});

test("a notebook is another when a picture of it is", () => {
  const path = join(folder, "n.ipynb");
  writeFileSync(path, JSON.stringify({ cells: [{ cell_type: "markdown", source: "![a](p.png)" }], nbformat: 4 }));
  const missing = readNotebook(path);
  writeFileSync(join(folder, "p.png"), png);
  const present = readNotebook(path);
  expect(present.cells[0]!.source).toBe(`![a](${uri})`);
  expect(present.sha256).not.toBe(missing.sha256);
  expect(readNotebook(path).sha256).toBe(present.sha256);
});
