import { readFileSync, realpathSync } from "node:fs";
import { basename, resolve, sep } from "node:path";
import { formatMegabytes } from "../core/format.js";
import type { Cell } from "./notebook.js";

const mostBytes = 2_000_000;

const beginnings: readonly (readonly [mime: string, hex: string])[] = [
  ["image/png", "89504e47"],
  ["image/jpeg", "ffd8ff"],
  ["image/gif", "47494638"],
  ["image/webp", "52494646"],
];

/**
 * The source of a markdown cell with its pictures inside: attached ones, and files below the notebook's folder. In the
 * place of any other stands a word on what is missing, since a page asks nobody for a picture.
 *
 * @param folder the notebook's
 */
export function embedPictures(source: string, attachments: Cell["attachments"], folder: string): string {
  const embed = (whole: string, target: string, alt: string) => {
    if (/^data:/i.test(target)) return whole;
    const found = findPicture(target, attachments ?? {}, folder);
    const called = alt.trim() === "" ? "" : ` “${plain(alt)}”`;
    return "uri" in found ? `![${plain(alt)}](${found.uri})` : `*[picture${called} left out: ${found.why}]*`;
  };
  // what stands in code is no picture
  const parts = source.split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`[^`\n]*`)/m);
  return parts
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .replace(/!\[([^\]]*)\]\(\s*<?([^)\s>]+)>?[^)]*\)/g, (whole, alt: string, target: string) =>
              embed(whole, target, alt),
            )
            .replace(/<img\b[^>]*>/gi, (whole) => embed(whole, attribute(whole, "src"), attribute(whole, "alt"))),
    )
    .join("");
}

function findPicture(
  target: string,
  attachments: NonNullable<Cell["attachments"]>,
  folder: string,
): { uri: string } | { why: string } {
  if (/^attachment:/i.test(target)) {
    const name = decode(target.slice("attachment:".length));
    const [form] = Object.entries(attachments[name] ?? {});
    const data = [form?.[1]].flat().join("");
    return form ? asPicture(Buffer.from(data, "base64"), name) : { why: `nothing called ${plain(name)} is attached` };
  }
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return { why: "it is not a file beside the notebook" };
  const name = plain(basename(decode(target)));
  try {
    const home = realpathSync(folder);
    const path = realpathSync(resolve(home, decode(target)));
    if (!path.startsWith(home + sep)) return { why: `${name} is not below the notebook's folder` };
    return asPicture(readFileSync(path), name);
  } catch {
    return { why: `there is no ${name}` };
  }
}

function asPicture(bytes: Buffer, name: string): { uri: string } | { why: string } {
  const kind = beginnings.find(([, hex]) => bytes.subarray(0, 8).toString("hex").startsWith(hex));
  if (!kind) return { why: `${plain(name)} is not PNG, JPEG, GIF or WebP` };
  if (bytes.length > mostBytes) return { why: `${plain(name)} is larger than ${formatMegabytes(mostBytes, 0)}` };
  return { uri: `data:${kind[0]};base64,${bytes.toString("base64")}` };
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i").exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? "";
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// a name is shown as it reads, not as markup
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>()!&\r\n]/g, " ").trim();
}
