import { createHmac, randomUUID } from "node:crypto";

/** A message of the Jupyter protocol 5.3, without its routing prefix. */
export interface WireMessage {
  readonly header: { readonly msg_id: string; readonly msg_type: string };
  readonly parent: { readonly msg_id?: string };
  readonly content: Readonly<Record<string, unknown>>;
}

const delimiter = "<IDS|MSG>";

/** Writes a request as signed frames, and tells its id. */
export function writeMessage(key: string, session: string, type: string, content: object) {
  const id = randomUUID();
  const header = { msg_id: id, msg_type: type, session, username: "segment-lab", version: "5.3", date: "" };
  const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
  return { id, frames: [delimiter, sign(key, parts), ...parts] };
}

/**
 * Reads the frames of a message.
 *
 * @throws Error when the frames are cut short or the signature is not the kernel's
 */
export function readMessage(key: string, frames: readonly Buffer[]): WireMessage {
  const start = frames.findIndex((frame) => frame.toString("latin1") === delimiter);
  const [signature, ...parts] = frames.slice(start + 1);
  if (start < 0 || parts.length < 4) throw new Error("a message from the kernel is cut short");
  if (signature?.toString() !== sign(key, parts)) throw new Error("a message from the kernel has a wrong signature");
  const [header, parent, , content] = parts.map((part) => JSON.parse(part.toString()) as unknown);
  return { header, parent, content } as WireMessage;
}

function sign(key: string, parts: readonly (string | Buffer)[]): string {
  const hash = createHmac("sha256", key);
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
