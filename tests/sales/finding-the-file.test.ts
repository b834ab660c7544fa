import { mkdirSync, writeFileSync } from "node:fs";
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
    await expect(findSource("data", workspace)).rejects.toThrow("data is a folder; give --data one file");
  });
});
