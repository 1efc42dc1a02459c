import { connect, type Socket } from "node:net";

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * One kept-alive HTTP/1.1 connection, one request at a time, on a bare socket: Node's own client costs more than the
 * servers it would measure.
 */
export class HttpConnection {
  #socket: Socket | null = null;
  #received = "";
  #waiting: ((answer: Answer | null) => void) | null = null;

  constructor(
    private readonly port: number,
    private readonly timeoutMs: number | null = null,
  ) {}

  /** Null when there was no answer: refused, broken off, or too late. */
  send(request: Buffer): Promise<Answer | null> {
    return new Promise((resolve) => {
      const timer = this.timeoutMs === null ? null : setTimeout(() => this.close(), this.timeoutMs);
      this.#waiting = (answer) => {
        if (timer) clearTimeout(timer);
        resolve(answer);
      };
      this.#socket ??= this.#open();
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect(this.port, "127.0.0.1");
    socket.setNoDelay(true);
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => {
      this.#received += text;
      const answer = parseAnswer(this.#received);
      if (answer) this.#settle(answer);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#settle(null);
    });
    return socket;
  }

  #settle(answer: Answer | null): void {
    this.#received = "";
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(answer);
  }
}

/** The answer once it is complete, else null. */
function parseAnswer(text: string): Answer | null {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const status = Number(text.slice(9, 12));
  const body = text.slice(end + 4);
  const head = text.slice(0, end + 2).toLowerCase();
  const length = /\r\ncontent-length: (\d+)\r\n/.exec(head)?.[1];
  if (length !== undefined) return body.length >= Number(length) ? { status, body } : null;
  return body.endsWith("0\r\n\r\n") ? { status, body } : null; // chunked, as Next answers
}
