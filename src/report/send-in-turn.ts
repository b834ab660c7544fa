/** What is used of a socket that takes one message at a time, as zeromq's do. */
export interface Sender {
  send(frames: unknown): Promise<void>;
  close(): void;
}

/**
 * A socket that takes a message while it is still writing another. By itself it would refuse, and a cell that prints
 * much would fail.
 */
export function sendInTurn(socket: Sender): Sender {
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    send: (frames) => {
      const now = () => socket.send(frames);
      last = (waiting++ === 0 ? now() : last.then(now, now)).finally(() => {
        waiting--;
      });
      return last;
    },
    close: () => socket.close(),
  };
}
