import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleepFor } from "node:timers/promises";
import { SegmentLabError } from "../../core/errors.js";
import { type Certainty, checkArchive } from "./check-archive.js";
import type { DataSet } from "./data-sets.js";
import type { TransferProgress } from "./download-attempt.js";
import { downloadFile, type Retry } from "./download-file.js";
import { partFile } from "./part-file.js";
import { lockPart } from "./part-lock.js";
import type { Environment } from "./proxy-for.js";
import { faultOf, TransferFault } from "./transfer-fault.js";

/** Where a download goes and how; what is left out is what the command uses. */
export interface DataSetDownload {
  /** The folder of raw files, made where it is missing. */
  readonly folder: string;
  /** The folder as messages call it. */
  readonly shownFolder?: string;
  readonly environment?: Environment;
  readonly signal?: AbortSignal;
  readonly acceptChanged?: boolean;
  readonly attempts?: number;
  readonly stallSeconds?: number;
  readonly sleep?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>;
  readonly onProgress?: (progress: TransferProgress) => void;
  readonly onRetry?: (retry: Retry) => void;
}

/** A verified archive on the disk. */
export interface DownloadedDataSet {
  readonly path: string;
  readonly certainty: Certainty;
  /** True where it was there already. */
  readonly wasThere: boolean;
}

/**
 * Downloads a public data set into a folder, going on where an earlier run stopped, and checks it; the file appears
 * under its name only when it is whole. One that is there already is only checked.
 *
 * @throws SegmentLabError `file-missing` where it cannot be had, with what to do by hand; `bad-file` where the file is not
 * what the data set promises
 */
export async function downloadDataSet(dataSet: DataSet, options: DataSetDownload): Promise<DownloadedDataSet> {
  const { folder, shownFolder = folder, signal, acceptChanged = false } = options;
  const path = join(folder, dataSet.file);
  const check = (file: string): Promise<Certainty> => checkArchive(file, dataSet, { acceptChanged });
  const byHand = `download ${dataSet.url} by hand and save it as ${join(shownFolder, dataSet.file)}`;
  if (existsSync(path)) return { path, certainty: await checkOld(check, path), wasThere: true };
  let unlock: (() => void) | undefined;
  try {
    await mkdir(folder, { recursive: true });
    const part = partFile(path);
    unlock = lockPart(part.path);
    let certainty: Certainty = "content";
    await downloadFile({
      url: new URL(dataSet.url),
      part,
      environment: options.environment ?? process.env,
      signal,
      stallSeconds: options.stallSeconds ?? 30,
      maxBytes: 4 * (dataSet.bytes ?? 2 ** 28),
      attempts: options.attempts ?? 5,
      sleep: options.sleep ?? ((milliseconds, stop) => sleepFor(milliseconds, undefined, stop ? { signal: stop } : {})),
      onProgress: options.onProgress,
      onRetry: options.onRetry,
      check: async (file) => {
        certainty = await check(file);
      },
    });
    await rename(part.path, path);
    part.clear();
    return { path, certainty, wasThere: false };
  } catch (error) {
    if (signal?.aborted)
      throw new SegmentLabError("aborted", "the download was stopped; run it again to go on from there");
    const isSystem = error instanceof Error && "syscall" in error;
    if (!(error instanceof TransferFault) && !isSystem) throw error;
    const { message, remedy } = faultOf(error, new URL(dataSet.url).host);
    const what = remedy.offline ? message : `${dataSet.name} could not be downloaded: ${message}`;
    throw new SegmentLabError("file-missing", `${what}; ${byHand}`, { cause: error });
  } finally {
    unlock?.();
  }
}

async function checkOld(check: (file: string) => Promise<Certainty>, path: string): Promise<Certainty> {
  try {
    return await check(path);
  } catch (error) {
    const reason = (error as Error).message.replace(/^what came is/, "it is").replace(" in what came", "");
    throw new SegmentLabError("bad-file", `${path} is there already but ${reason}; remove it to download it anew`);
  }
}
