import type { MimeBundle } from "../lab/display.js";
import type { Output } from "./notebook.js";
import { readableText } from "./readable-text.js";
import type { WireMessage } from "./wire-message.js";

/** Gathers what a cell publishes, as a notebook would keep it. */
export interface OutputCollector {
  /** Takes one message; of a display that was shown before, the newest form counts. */
  take(message: WireMessage): void;
  outputs(): readonly Output[];
}

type Slot = { output: Output; id?: string };

/** Makes a collector for one cell; `displays` is shared by the cells of a notebook, whose displays later cells may update. */
export function collectOutputs(displays: Map<string, Slot>): OutputCollector {
  const slots: Slot[] = [];
  const takeStream = ({ name, text }: Readonly<Record<string, unknown>>) => {
    const last = slots.at(-1);
    const stream = name === "stderr" ? "stderr" : "stdout";
    if (last?.output.kind === "stream" && last.output.name === stream) {
      last.output = { ...last.output, text: last.output.text + String(text) };
    } else {
      slots.push({ output: { kind: "stream", name: stream, text: String(text) } });
    }
  };
  const takeDisplay = (content: Readonly<Record<string, unknown>>, isUpdate: boolean) => {
    const { data, metadata, transient } = content as {
      data: MimeBundle;
      metadata?: Readonly<Record<string, unknown>>;
      transient?: { display_id?: string };
    };
    const output: Output = { kind: "display", data: readable(data), metadata: metadata ?? {} };
    const id = transient?.display_id;
    const known = id === undefined ? undefined : displays.get(id);
    if (known) known.output = output;
    if (isUpdate) return;
    const slot: Slot = { output };
    slots.push(slot);
    if (id !== undefined) displays.set(id, slot);
  };
  return {
    take: ({ header, content }) => {
      if (header.msg_type === "stream") takeStream(content);
      if (header.msg_type === "display_data" || header.msg_type === "execute_result") takeDisplay(content, false);
      if (header.msg_type === "update_display_data") takeDisplay(content, true);
      if (header.msg_type === "clear_output") slots.length = 0;
    },
    outputs: () =>
      slots.map(({ output }) => (output.kind === "stream" ? { ...output, text: readableText(output.text) } : output)),
  };
}

function readable(data: MimeBundle): MimeBundle {
  return Object.fromEntries(
    Object.entries(data).map(([mime, value]) => [
      mime,
      mime.startsWith("text/") && typeof value === "string" ? readableText(value) : value,
    ]),
  );
}
