import { SegmentLabError } from "../../core/errors.js";

/** What to do about a transfer that failed. */
export interface Remedy {
  /** Whether another attempt may go better. */
  readonly retry: boolean;
  /** What came so far is of no use. */
  readonly discard?: boolean;
  /** No connection could be opened at all. */
  readonly offline?: boolean;
  /** The server asked to wait this long. */
  readonly waitSeconds?: number;
}

/** A transfer that failed, and what may be done about it; the message reads after "because". */
export class TransferFault extends Error {
  readonly remedy: Remedy;

  constructor(message: string, remedy: Remedy, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "TransferFault";
    this.remedy = remedy;
  }
}

const unreachable = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ENETUNREACH", "EHOSTUNREACH", "ENETDOWN"];

/** Makes a fault of what the network or the file system threw; anything else is a bug and thrown on. */
export function faultOf(error: unknown, host: string): TransferFault {
  if (error instanceof TransferFault) return error;
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (error instanceof SegmentLabError || (code === "" && message !== "aborted")) throw error;
  if (unreachable.includes(code)) {
    return new TransferFault(`${host} cannot be reached (${code})`, { retry: true, offline: true }, { cause: error });
  }
  if (code === "ENOSPC") return new TransferFault("the disk is full", { retry: false }, { cause: error });
  if (["EACCES", "EPERM", "EROFS"].includes(code)) {
    return new TransferFault(`the folder cannot be written (${code})`, { retry: false }, { cause: error });
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code)) {
    return new TransferFault(`${host} shows a certificate that is not trusted (${code})`, { retry: false });
  }
  const isNetwork = ["ECONNRESET", "EPIPE", "ETIMEDOUT", "ECONNABORTED"].includes(code) || code.startsWith("HPE_");
  const what = code === "ECONNRESET" || message === "aborted" ? "the connection broke off" : message.split("\n")[0]!;
  return new TransferFault(what, { retry: isNetwork || message === "aborted" }, { cause: error });
}
