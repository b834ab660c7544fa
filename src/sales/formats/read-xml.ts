import { StringDecoder } from "node:string_decoder";
import { unpackFault } from "./unpack-file.js";
import { type XmlHandler, XmlScanner } from "./xml-scanner.js";
import type { ZipArchive } from "./zip-archive.js";

/**
 * Reads one XML file of a workbook from beginning to end.
 *
 * @param archive the workbook
 * @param entry the XML file's name in it
 * @param file what a message calls it
 * @param handler is told of every element
 * @param pause is awaited after each piece; where it gives true the rest is left unread
 */
export async function readXml(
  archive: ZipArchive,
  entry: string,
  file: string,
  handler: XmlHandler,
  pause: () => Promise<boolean> | boolean = () => false,
): Promise<void> {
  const stream = await archive.read(entry);
  const decoder = new StringDecoder("utf8");
  const scanner = new XmlScanner(handler, file);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      scanner.write(decoder.write(chunk));
      if (await pause()) return;
    }
    scanner.end();
  } catch (error) {
    throw unpackFault(file, error);
  } finally {
    stream.destroy();
  }
}
