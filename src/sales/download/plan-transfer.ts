import type { IncomingMessage } from "node:http";
import type { PartFile } from "./part-file.js";
import { TransferFault } from "./transfer-fault.js";

/** Where the bytes of an answer belong. */
export interface TransferPlan {
  readonly start: number;
  readonly total: number | null;
  readonly validator: string | null;
}

/**
 * Reads from status and headers whether an answer brings the whole file, the rest of it, or nothing new.
 *
 * @returns where its bytes go, or "complete" where nothing is missing
 * @throws TransferFault for an answer that brings no bytes of this file
 */
export function planTransfer({ statusCode, headers }: IncomingMessage, part: PartFile): TransferPlan | "complete" {
  const validator = validatorOf(headers);
  const restart = (why: string) => new TransferFault(why, { retry: true, discard: true });
  switch (statusCode) {
    case 200:
      return { start: 0, total: wholeNumber(headers["content-length"]), validator };
    case 206: {
      const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers["content-range"] ?? "") ?? [];
      const known = part.origin();
      if (Number(start) !== part.bytes()) throw restart("the server sent another range than the one asked for");
      const isOther = validator !== null && validator !== known?.validator;
      const length = wholeNumber(total);
      if (isOther || (known?.total != null && length !== known.total)) {
        throw restart("the file changed on the server in between");
      }
      return { start: part.bytes(), total: length, validator: known?.validator ?? validator };
    }
    case 416: {
      const total = wholeNumber(/^bytes \*\/(\d+)$/.exec(headers["content-range"] ?? "")?.[1]);
      if (total !== null && total === part.bytes()) return "complete";
      throw restart("the server has no such range");
    }
    case 408:
    case 429:
      throw waitFor(statusCode, headers["retry-after"]);
    default:
      if (statusCode! >= 500) throw waitFor(statusCode!, headers["retry-after"]);
      throw new TransferFault(`the server answers ${statusCode}`, { retry: false });
  }
}

function waitFor(status: number, after: string | undefined): TransferFault {
  const seconds = wholeNumber(after);
  const remedy = seconds === null ? { retry: true } : { retry: true, waitSeconds: Math.min(seconds, 60) };
  return new TransferFault(`the server answers ${status}`, remedy);
}

function validatorOf(headers: IncomingMessage["headers"]): string | null {
  const { etag } = headers;
  return etag !== undefined && !etag.startsWith("W/") ? etag : (headers["last-modified"] ?? null);
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
