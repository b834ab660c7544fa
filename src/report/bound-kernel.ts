import { createRequire } from "node:module";
import { StringDecoder } from "node:string_decoder";
import { type BoundOutput, boundOutput } from "./bound-output.js";
import { type Sender, sendInTurn } from "./send-in-turn.js";

type Write = (chunk: string | Uint8Array, encoding?: unknown, callback?: unknown) => boolean;

interface Jupyter {
  readonly JupyterHandlerImpl: {
    readonly prototype: {
      handleExecuteImpl(
        request: unknown,
        ...writers: [BoundOutput["writeStream"], BoundOutput["writeDisplay"]]
      ): unknown;
      createWriteToIopub(name: string, stream: BoundOutput["writeStream"]): Write;
    };
  };
  readonly ZmqServer: {
    readonly prototype: { iopub: Sender; shell: Sender; bindSocket(socket: Socket, port: number): Promise<void> };
  };
}

type Socket = Sender & { sendHighWaterMark?: number };

/** Makes the tslab of this process bound what cells write, and lose nothing within the bounds. */
export function boundKernel(): void {
  const { JupyterHandlerImpl, ZmqServer } = createRequire(import.meta.url)("tslab/dist/jupyter.js") as Jupyter;
  const handler = JupyterHandlerImpl.prototype;
  const execute = handler.handleExecuteImpl;
  handler.handleExecuteImpl = async function (request, stream, display) {
    const output = boundOutput(stream, display);
    try {
      return await execute.call(this, request, output.writeStream, output.writeDisplay);
    } finally {
      output.end();
    }
  };
  handler.createWriteToIopub = (name, stream) => {
    const decoder = new StringDecoder("utf8");
    return (chunk, encoding, callback) => {
      const form = typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8";
      const isText = typeof chunk === "string" && /^utf-?8$/i.test(form);
      const text = isText
        ? chunk
        : decoder.write(typeof chunk === "string" ? Buffer.from(chunk, form) : Buffer.from(chunk));
      if (text !== "") stream(name, text);
      // tslab forgets it, and whoever waits for a write would wait for ever
      const done = typeof encoding === "function" ? encoding : callback;
      if (typeof done === "function") process.nextTick(done as () => void);
      return true;
    };
  };
  const bind = ZmqServer.prototype.bindSocket;
  ZmqServer.prototype.bindSocket = function (socket, port) {
    if (socket === this.iopub) {
      // by default a publisher drops what is more than a thousand messages behind
      socket.sendHighWaterMark = 0;
      this.iopub = sendInTurn(socket);
    } else if (socket === this.shell) this.shell = sendInTurn(socket);
    return bind.call(this, socket, port);
  };
}
