import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SegmentLabError } from "../../core/errors.js";

/** The file of the workspace that keeps a random key; git leaves it out. */
export const keyFile = ".segment-lab-key";

/** Ids are few and can be guessed: only the key keeps a hash from being tried out. */
const shortest = 16;

/**
 * The key of `--redact`: SEGMENT_LAB_KEY, else a random one that the workspace keeps in a file of mode 600, so that
 * later runs give the same hashes.
 *
 * @param root the workspace's folder
 * @throws SegmentLabError `bad-option` for a key of under 16 characters, or where none can be kept
 */
export function redactionKey(root: string, environment: NodeJS.ProcessEnv = process.env): string {
  const { SEGMENT_LAB_KEY: given } = environment;
  if (given !== undefined) return checked(given, "SEGMENT_LAB_KEY");
  const path = join(root, keyFile);
  try {
    // no other process can come between: who writes second is refused
    writeFileSync(path, `${randomBytes(32).toString("hex")}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw notKept(error);
  }
  try {
    if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
    return checked(readFileSync(path, "utf8").trim(), keyFile);
  } catch (error) {
    if (error instanceof SegmentLabError) throw error;
    throw notKept(error);
  }
}

function checked(key: string, where: string): string {
  if (key.length >= shortest) return key;
  throw new SegmentLabError(
    "bad-option",
    `the key in ${where} has ${key.length} characters; --redact needs ${shortest} or more, such as: openssl rand -hex 32`,
  );
}

function notKept(cause: unknown): SegmentLabError {
  const why = (cause as NodeJS.ErrnoException).code ?? "it cannot be read";
  return new SegmentLabError("bad-option", `no key can be kept in ${keyFile} (${why}); give one in SEGMENT_LAB_KEY`, {
    cause,
  });
}
