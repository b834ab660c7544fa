import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { workspaceRoot } from "../scripts/workspace.js";
import { SegmentLabError } from "../src/core/errors.js";

/**
 * The Python that the peers run in: a virtual environment in data/cache with what bench/peers/requirements.txt pins,
 * made where there is none or other versions are in it.
 *
 * @returns the interpreter's path
 * @throws SegmentLabError `file-missing` where there is no python3, `bad-file` where pip fails
 */
export function pythonPeer(): string {
  const found = installedPeer();
  if (found !== undefined) return found;
  const { requirements, pinned, home, python, stamp } = places();
  rmSync(home, { recursive: true, force: true });
  try {
    execFileSync("python3", ["-m", "venv", home], { stdio: "pipe" });
  } catch (cause) {
    throw new SegmentLabError(
      "file-missing",
      "the peers need python3 with its venv module (Debian: apt-get install python3-venv)",
      { cause },
    );
  }
  try {
    execFileSync(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements], {
      stdio: "pipe",
    });
  } catch (cause) {
    throw new SegmentLabError("bad-file", "pip could not install bench/peers/requirements.txt", { cause });
  }
  writeFileSync(stamp, pinned);
  return python;
}

/** The interpreter of the peers where it stands there with the versions that are pinned; nothing is made. */
export function installedPeer(): string | undefined {
  const { pinned, python, stamp } = places();
  return existsSync(stamp) && readFileSync(stamp, "utf8") === pinned ? python : undefined;
}

function places() {
  const requirements = join(workspaceRoot, "bench", "peers", "requirements.txt");
  const home = join(workspaceRoot, "data", "cache", "bench-python");
  return {
    requirements,
    pinned: createHash("sha256").update(readFileSync(requirements)).digest("hex"),
    home,
    python: join(home, "bin", "python"),
    stamp: join(home, "requirements.sha256"),
  };
}
