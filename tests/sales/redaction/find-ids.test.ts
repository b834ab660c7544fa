import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openDatabase, sqlText } from "../../../src/core/database.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { findIds } from "./find-ids.js";

test("the search for ids finds them however they are written, and nothing else", async () => {
  const { root } = scratchWorkspace();
  const folder = join(root, "out");
  mkdirSync(join(folder, "deep"), { recursive: true });
  const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
  write("a.txt", "xZQ-ID-000123x");
  write("b.txt", Buffer.from("zq-id-000123", "utf16le"));
  write("c.html", "<a href='data:,zq%2Did%2d000123'>");
  for (const offset of [0, 1, 2])
    write(`d${offset}.json`, Buffer.from(`${"x".repeat(offset)}zq-id-000123`).toString("base64"));
  write("e.bin", Buffer.concat([Buffer.from("head"), gzipSync("zq-id-000123".repeat(3))]));
  write("deep/zq-id-000123.txt", "nothing");
  write("none.txt", "p-0es0r2ejyd8t, zq id 000123, enEtaWQ, 1f8b08");
  const database = await openDatabase();
  await database.run(
    `COPY (SELECT 'zq-id-' || lpad(CAST(i % 3 AS VARCHAR), 6, '0') AS v FROM range(3000) t(i)) TO ${sqlText(join(folder, "f.parquet"))} (FORMAT parquet, COMPRESSION zstd)`,
  );
  database.close();
  const found = await findIds(folder, "zq-id-");
  expect(found.filter((hit) => hit !== "f.parquet: plain")).toEqual([
    "a.txt: plain",
    "b.txt: utf-16",
    "c.html: percent",
    "d0.json: base64",
    "d1.json: base64",
    "d2.json: base64",
    "e.bin: gzip",
    "f.parquet: parquet",
    "zq-id-000123.txt: plain",
  ]);
});
