import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";

/** What the server said of the file whose beginning a `.part` holds. */
export interface PartOrigin {
  readonly url: string;
  /** A strong ETag, else Last-Modified: what If-Range takes (RFC 9110 § 13.1.5). */
  readonly validator: string | null;
  readonly total: number | null;
}

/** The beginning of a download that may be gone on with: bytes in `.part`, their origin in `.part.json`. */
export interface PartFile {
  readonly path: string;
  bytes(): number;
  /** Null where nothing is known: then there is nothing to go on with. */
  origin(): PartOrigin | null;
  describe(origin: PartOrigin): void;
  clear(): void;
}

/** The unfinished download that stands beside `path`. */
export function partFile(path: string): PartFile {
  const part = `${path}.part`;
  const note = `${part}.json`;
  return {
    path: part,
    bytes: () => (existsSync(part) ? statSync(part).size : 0),
    origin: () => (existsSync(note) ? readOrigin(note) : null),
    describe: (origin) => writeFileSync(note, JSON.stringify(origin)),
    clear: () => {
      rmSync(part, { force: true });
      rmSync(note, { force: true });
    },
  };
}

function readOrigin(note: string): PartOrigin | null {
  try {
    const { url, validator, total } = JSON.parse(readFileSync(note, "utf8")) as Record<string, unknown>;
    if (typeof url !== "string") return null;
    return {
      url,
      validator: typeof validator === "string" ? validator : null,
      total: typeof total === "number" ? total : null,
    };
  } catch {
    // cut short by a crash
    return null;
  }
}
