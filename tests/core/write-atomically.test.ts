import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeAtomically } from "../../src/core/write-atomically.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const { root } = scratchWorkspace();

describe("writing a file", () => {
  it("makes its folder, replaces what stood there and leaves nothing beside it", async () => {
    const path = join(root, "deep", "file.txt");
    await writeAtomically(path, "one");
    await writeAtomically(path, "two");
    expect(readFileSync(path, "utf8")).toBe("two");
    expect(readdirSync(join(root, "deep"))).toEqual(["file.txt"]);
  });

  it("leaves no draft behind when the place cannot be taken", async () => {
    mkdirSync(join(root, "taken", "file.txt", "inside"), { recursive: true });
    await expect(writeAtomically(join(root, "taken", "file.txt"), "x")).rejects.toThrow();
    expect(readdirSync(join(root, "taken"))).toEqual(["file.txt"]);
  });
});
