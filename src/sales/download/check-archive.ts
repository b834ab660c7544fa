import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { SegmentLabError } from "../../core/errors.js";
import { defaultLimits } from "../formats/unpack-limits.js";
import { openZip, type ZipArchive } from "../formats/zip-archive.js";
import { checkEntry } from "./check-entry.js";
import type { DataSet } from "./data-sets.js";
import { TransferFault } from "./transfer-fault.js";

/** How sure it is that an archive is the one meant. */
export type Certainty = "archive checksum" | "workbook checksum" | "content";

/**
 * Checks that an archive is whole and holds what the data set promises: by its checksum, else by the workbook's, else,
 * where none is known or a changed file is accepted, by its names and by the workbook being one.
 *
 * @param options `acceptChanged`: another content under the right names will do
 * @returns what the certainty rests on
 * @throws TransferFault for a broken archive or one without the workbook; SegmentLabError `bad-file` for another workbook
 */
export async function checkArchive(
  path: string,
  dataSet: DataSet,
  options: { acceptChanged?: boolean } = {},
): Promise<Certainty> {
  if (dataSet.sha256 !== undefined && (await hashOf(path)) === dataSet.sha256) return "archive checksum";
  const archive = await openZip(path, "what came", defaultLimits).catch((cause: Error) => {
    throw new TransferFault(cause.message, { retry: true, discard: true }, { cause });
  });
  try {
    return await checkContents(archive, dataSet, options.acceptChanged ?? false);
  } finally {
    archive.close();
  }
}

async function checkContents(archive: ZipArchive, dataSet: DataSet, acceptChanged: boolean): Promise<Certainty> {
  let known = true;
  for (const content of dataSet.contents) {
    if (!archive.names.includes(content.name)) {
      const found = archive.names.slice(0, 5).join(", ") || "nothing";
      throw useless(`${dataSet.file} holds no ${content.name} (found: ${found})`);
    }
    const { sha256, bytes, head } = await checkEntry(archive, content.name);
    if (content.name.endsWith(".xlsx") && head.toString("latin1", 0, 4) !== "PK\x03\x04") {
      throw useless(`${content.name} in ${dataSet.file} is not a workbook`);
    }
    if (content.sha256 === undefined || acceptChanged) known &&= sha256 === content.sha256;
    else if (sha256 !== content.sha256) {
      throw new SegmentLabError(
        "bad-file",
        `${content.name} in ${dataSet.file} is another than the one known (${bytes} bytes, sha256 ${sha256.slice(0, 12)}…); to keep it all the same add --accept-changed`,
      );
    }
  }
  return known ? "workbook checksum" : "content";
}

const useless = (why: string) => new TransferFault(why, { retry: false, discard: true });

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
