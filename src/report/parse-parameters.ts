import { SegmentLabError } from "../core/errors.js";

/** Values for notebooks' parameters by name, as text. */
export type GivenParameters = ReadonlyMap<string, string>;

/**
 * Parts `name=value` pairs.
 *
 * @throws SegmentLabError `bad-option` for a pair without a value, a name that is none, or a name given twice
 */
export function parseParameters(pairs: readonly string[]): GivenParameters {
  const given = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const name = (at < 0 ? pair : pair.slice(0, at)).trim();
    if (at < 0) throw bad(`--param ${pair} has no value; write --param ${name}=5`);
    if (!/^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name)) {
      throw bad(`--param ${pair}: "${name}" is not a name; a parameter is named like a variable, such as k`);
    }
    if (given.has(name)) throw bad(`--param ${name} is given twice; give it once`);
    given.set(name, pair.slice(at + 1));
  }
  return given;
}

function bad(message: string): SegmentLabError {
  return new SegmentLabError("bad-option", message);
}
