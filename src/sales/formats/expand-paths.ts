import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join, parse, resolve } from "node:path";
import { SegmentLabError } from "../../core/errors.js";

/**
 * Finds the files that an option names: a path, paths parted by commas, patterns with *, **, ? and [a-z].
 *
 * @param named the option's value
 * @param folder where relative paths start
 * @returns absolute paths, those of a pattern sorted by name, none twice
 * @throws SegmentLabError `file-missing` for a path or a pattern without a file
 */
export function expandPaths(named: string, folder: string): string[] {
  // a file that is really called so wins over a list or a pattern
  if (existsSync(resolve(folder, named))) return [resolve(folder, named)];
  const names = named.split(",").map((name) => name.trim());
  const paths = names.filter((name) => name !== "").flatMap((name) => expandOne(name, folder));
  if (paths.length === 0) throw missing(named);
  const seen = new Set<string>();
  return paths.filter((path) => {
    const real = realpathSync(path);
    return !seen.has(real) && seen.add(real);
  });
}

function expandOne(name: string, folder: string): string[] {
  const path = resolve(folder, name);
  if (existsSync(path)) return [path];
  if (isLink(path)) {
    throw new SegmentLabError(
      "file-missing",
      `${name} is a symbolic link that leads nowhere; give --data the file itself`,
    );
  }
  if (!/[*?[]/.test(name)) throw missing(name);
  const { root } = parse(path);
  const found = walk(root, path.slice(root.length).split(/[/\\]/), new Set());
  if (found.length === 0) {
    throw new SegmentLabError(
      "file-missing",
      `no file fits ${name}; give --data a path, or "sample" for the synthetic shop`,
    );
  }
  return [...new Set(found)].sort((a, b) => (a < b ? -1 : 1));
}

/** `seen` holds the real folders that ** has entered: a link that leads back to one of them ends there. */
function walk(folder: string, [pattern, ...rest]: readonly string[], seen: Set<string>): string[] {
  if (pattern === undefined) return [];
  const isLast = rest.length === 0;
  if (!/[*?[]/.test(pattern)) {
    const path = join(folder, pattern);
    if (!existsSync(path)) return [];
    return isLast ? (isFile(path) ? [path] : []) : walk(path, rest, seen);
  }
  if (!isFolder(folder)) return [];
  const real = realpathSync(folder);
  const names = readdirSync(folder).sort();
  if (pattern === "**") {
    const visit = `${rest.length}:${real}`;
    if (seen.has(visit)) return [];
    seen.add(visit);
    const here = walk(folder, isLast ? ["*"] : rest, seen);
    const below = names.filter((name) => !name.startsWith(".") && isFolder(join(folder, name)));
    return [...here, ...below.flatMap((name) => walk(join(folder, name), [pattern, ...rest], seen))];
  }
  const matches = matcher(pattern);
  return names
    .filter((name) => matches.test(name) && (pattern.startsWith(".") || !name.startsWith(".")))
    .flatMap((name) => {
      const path = join(folder, name);
      if (!isLast) return walk(path, rest, seen);
      refuseDangling(path);
      return isFile(path) ? [path] : [];
    });
}

function matcher(pattern: string): RegExp {
  const source = pattern.replace(/\[[^\]]+\]|[*?]|[\\^$.|+(){}[\]/]/g, (part) => {
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part.length > 1) return part.replace(/^\[!/, "[^").replaceAll("\\", "\\\\");
    return `\\${part}`;
  });
  try {
    return new RegExp(`^${source}$`, "s");
  } catch (error) {
    throw new SegmentLabError("bad-option", `--data ${pattern} is no pattern of file names`, { cause: error });
  }
}

/** A link in a circle holds nothing; a link to a file that is gone means that data are missing. */
function refuseDangling(path: string): void {
  try {
    statSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ELOOP") return;
    const what = `${basename(path)} is a symbolic link that leads nowhere; remove it or name the files one by one`;
    throw new SegmentLabError("file-missing", what, { cause: error });
  }
}

function missing(name: string): SegmentLabError {
  return new SegmentLabError("file-missing", `no file ${name}; give --data a path, or "sample" for the synthetic shop`);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
