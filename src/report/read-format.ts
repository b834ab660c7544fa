import { SegmentLabError } from "../core/errors.js";

/**
 * Checks that a notebook's JSON is nbformat 4 for the TypeScript kernel, and gives its cells as they stand.
 *
 * @param name the file's name, for messages
 * @throws SegmentLabError `bad-file` for another format or another kernel
 */
export function readFormat(value: unknown, name: string): readonly unknown[] {
  const { nbformat, worksheets, cells, metadata } = asRecord(value);
  const major = typeof nbformat === "number" ? nbformat : worksheets === undefined ? undefined : 3;
  if (major !== undefined && major < 4) {
    throw bad(`${name} is nbformat ${major}; open it in JupyterLab and save it, which makes it nbformat 4`);
  }
  if (major !== undefined && major > 4) {
    throw bad(`${name} is nbformat ${major}, and only 4 is known here; save it as nbformat 4`);
  }
  if (!Array.isArray(cells)) throw bad(`${name} has no list of cells; save it as nbformat 4`);
  const { kernelspec, language_info } = asRecord(metadata);
  const { name: kernel, language } = asRecord(kernelspec);
  const written = language ?? asRecord(language_info).name;
  if (typeof written === "string" && written.toLowerCase() !== "typescript") {
    const of = typeof kernel === "string" ? ` for the kernel "${kernel}"` : "";
    throw bad(`${name} is written in ${written}${of}; choose the kernel "tslab" (TypeScript) for it in JupyterLab`);
  }
  return cells;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function bad(message: string): SegmentLabError {
  return new SegmentLabError("bad-file", message);
}
