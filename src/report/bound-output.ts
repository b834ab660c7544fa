import { formatMegabytes, formatNumber } from "../core/format.js";

/** How much a cell may put out; what is more is cut, and said. */
export interface OutputBounds {
  /** Characters of one stream. */
  readonly characters: number;
  /** Writes to one stream. */
  readonly writes: number;
  /** Bytes of one output that is shown, such as a chart, as JSON. */
  readonly display: number;
  /** Bytes of all outputs that a cell shows. */
  readonly displays: number;
}

/** What a page can still be read with. */
export const outputBounds: OutputBounds = { characters: 200_000, writes: 10_000, display: 32e6, displays: 256e6 };

type WriteStream = (name: string, text: string) => void;
type Message = { readonly data: unknown; readonly metadata: unknown; readonly transient: unknown };
type WriteDisplay = (message: Message, isUpdate: boolean) => void;

/** The writers of one cell. */
export interface BoundOutput {
  readonly writeStream: WriteStream;
  readonly writeDisplay: WriteDisplay;
  /** Sends the end of a stderr that was cut: that is where an error stands. */
  end(): void;
}

const tailCharacters = 8000;

/** Bounds what one cell writes before it is sent: a flood would fill the kernel's memory, and then the page. */
export function boundOutput(stream: WriteStream, display: WriteDisplay, bounds = outputBounds): BoundOutput {
  const used = new Map<string, { characters: number; writes: number; isCut: boolean }>();
  let shown = 0;
  let tail = "";
  const writeStream: WriteStream = (name, text) => {
    const past = used.get(name) ?? { characters: 0, writes: 0, isCut: false };
    used.set(name, past);
    if (past.isCut) {
      if (name === "stderr") tail = (tail + text.slice(-tailCharacters)).slice(-tailCharacters);
      return;
    }
    const left = past.writes < bounds.writes ? bounds.characters - past.characters : 0;
    past.characters += text.length;
    past.writes++;
    if (text.length <= left) return stream(name, text);
    past.isCut = true;
    if (left > 0) stream(name, text.slice(0, left));
    if (name === "stderr") tail = text.slice(left).slice(-tailCharacters);
    stream(
      name,
      `\n[cut here: of one cell ${formatNumber(bounds.characters)} characters in ${formatNumber(bounds.writes)} writes are kept]\n`,
    );
  };
  const writeDisplay: WriteDisplay = (message, isUpdate) => {
    const size = JSON.stringify(message.data).length;
    const isFull = shown + size > bounds.displays;
    if (size <= bounds.display && !isFull) {
      shown += size;
      return display(message, isUpdate);
    }
    const text = isFull
      ? `An output of ${formatMegabytes(size)} is left out: with it the cell would show more than ${formatMegabytes(bounds.displays)}.`
      : `An output of ${formatMegabytes(size)} is left out: the most that a page takes of one is ${formatMegabytes(bounds.display)}.`;
    display({ ...message, data: { "text/plain": text } }, isUpdate);
  };
  return {
    writeStream,
    writeDisplay,
    end: () => {
      if (tail !== "") stream("stderr", tail);
      tail = "";
    },
  };
}
