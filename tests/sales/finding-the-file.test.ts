import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findSource } from "../../src/sales/source.js";
import { scratchWorkspace } from "../scratch-workspace.js";

describe("the file that is meant", () => {
  const workspace = scratchWorkspace();
  const raw = join(workspace.root, "data", "raw");
  mkdirSync(raw, { recursive: true });

  it("is the synthetic shop where data/raw is empty, the one file in it, and a question where there are several", async () => {
    writeFileSync(join(raw, ".gitkeep"), "");
    expect(await findSource(undefined, workspace)).toMatchObject({ name: "sample", synthetic: true });
    writeFileSync(join(raw, "b.csv"), "x\n");
    expect(await findSource(undefined, workspace)).toMatchObject({ name: "b.csv", synthetic: false });
    writeFileSync(join(raw, "a.csv"), "x\n");
    await expect(findSource(undefined, workspace)).rejects.toThrow(
      "data/raw holds several files (a.csv, b.csv); choose one with --data data/raw/NAME",
    );
  });

  it("is looked for from where the user stands, and hashed", async () => {
    const source = await findSource("data/raw/a.csv", workspace);
    expect(source.sha256).toBe("73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac");
  });

  it("is no folder", async () => {
    await expect(findSource("data", workspace)).rejects.toThrow(
      'data is a folder; give --data a file in it, or all of a kind as "data/*.csv"',
    );
  });
});

describe("the files that are meant", () => {
  const workspace = scratchWorkspace();
  const put = (name: string, content: string) => writeFileSync(join(workspace.root, name), content);
  const names = async (data: string) => (await findSource(data, workspace)).files.map(({ name }) => name);
  for (const folder of ["in", "in/deep", "in/.hidden"]) mkdirSync(join(workspace.root, folder));
  for (const name of ["b", "a", "c"]) put(`in/${name}.csv`, `${name}\n1\n`);
  put("in/deep/d.csv", "d\n1\n");
  put("in/.hidden/e.csv", "e\n1\n");
  put("in/notes.md", "x");

  it("may be listed with commas or by a pattern, sorted by name", async () => {
    expect(await names("in/b.csv, in/a.csv")).toEqual(["b.csv", "a.csv"]);
    expect(await names("in/*.csv")).toEqual(["a.csv", "b.csv", "c.csv"]);
    expect(await names("in/[ab].csv")).toEqual(["a.csv", "b.csv"]);
    expect(await names("in/[!a].csv,in/a.*")).toEqual(["b.csv", "c.csv", "a.csv"]);
    expect(await names("in/?.csv,in/a.csv")).toEqual(["a.csv", "b.csv", "c.csv"]);
    expect(await names("in/**/*.csv")).toEqual(["a.csv", "b.csv", "c.csv", "d.csv"]);
    expect(await names(join(workspace.root, "*", "d*", "*.csv"))).toEqual(["d.csv"]);
  });

  it("have one hash, which follows their order", async () => {
    const { files, ...source } = await findSource("in/a.csv,in/b.csv", workspace);
    const together = createHash("sha256")
      .update(files[0]!.sha256 + files[1]!.sha256)
      .digest("hex");
    expect(source).toMatchObject({ name: "a.csv and 1 more file", path: files[0]!.path, sha256: together });
    expect((await findSource("in/b.csv,in/a.csv", workspace)).sha256).not.toBe(together);
  });

  it("may have names that look like lists and patterns", async () => {
    put("x,y.csv", "1\n");
    put("[ab].csv", "2\n");
    expect(await names("x,y.csv")).toEqual(["x,y.csv"]);
    expect(await names("[ab].csv")).toEqual(["[ab].csv"]);
  });

  it("are found once where links lead in circles", async () => {
    symlinkSync(join(workspace.root, "in"), join(workspace.root, "in/deep/again"));
    symlinkSync(join(workspace.root, "in/self.csv"), join(workspace.root, "in/self.csv"));
    symlinkSync(join(workspace.root, "in/a.csv"), join(workspace.root, "in/z.csv"));
    expect(await names("in/**/*.csv")).toEqual(["a.csv", "b.csv", "c.csv", "d.csv"]);
    expect(await names("in/*.csv")).toEqual(["a.csv", "b.csv", "c.csv"]);
  });

  it("are missed where they are gone, and refused where two are the same", async () => {
    await expect(findSource("in/*.parquet", workspace)).rejects.toThrow(
      'no file fits in/*.parquet; give --data a path, or "sample" for the synthetic shop',
    );
    await expect(findSource("in/a.csv,in/q.csv", workspace)).rejects.toThrow("no file in/q.csv; give --data a path");
    symlinkSync(join(workspace.root, "gone.csv"), join(workspace.root, "in/deep/gone.csv"));
    await expect(findSource("in/deep/*.csv", workspace)).rejects.toThrow(
      "gone.csv is a symbolic link that leads nowhere; remove it or name the files one by one",
    );
    await expect(findSource("in/deep/gone.csv", workspace)).rejects.toThrow(
      "in/deep/gone.csv is a symbolic link that leads nowhere; give --data the file itself",
    );
    put("in/same.csv", "a\n1\n");
    await expect(findSource("in/a.csv,in/same.csv", workspace)).rejects.toThrow(
      "same.csv and a.csv hold the same bytes; name one of them only",
    );
  });

  it("is a downloaded data set by its name, or the command that downloads it", async () => {
    await expect(findSource("online-retail-ii", workspace)).rejects.toThrow(
      "online-retail-ii is not in data/raw yet; download it with npm run data -- online-retail-ii",
    );
    const raw = join(workspace.root, "data", "raw");
    mkdirSync(raw, { recursive: true });
    // found, and looked into
    writeFileSync(join(raw, "online_retail_II.zip"), "x\n");
    await expect(findSource("online-retail-ii", workspace)).rejects.toThrow(
      "online_retail_II.zip is not a zip archive",
    );
  });
});
