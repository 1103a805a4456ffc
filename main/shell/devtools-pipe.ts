import type { Readable, Writable } from 'node:stream';

export interface DevtoolsEvent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sessionId: string | undefined;
}

interface Waiting {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
}

/** Chromium's DevTools protocol over the pipe of `--remote-debugging-pipe`: JSON messages, each ended by a zero byte. */
export class DevtoolsPipe {
  readonly #toBrowser: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners: ((event: DevtoolsEvent) => void)[] = [];
  #lastId = 0;
  #pieces: Buffer[] = [];

  constructor(toBrowser: Writable, fromBrowser: Readable) {
    this.#toBrowser = toBrowser;
    fromBrowser.on('data', (chunk: Buffer) => this.#received(chunk));
    fromBrowser.once('close', () => this.#closed());
    // A browser that dies in the middle of a write: its exit is what the watcher acts on.
    fromBrowser.on('error', () => this.#closed());
    toBrowser.on('error', () => this.#closed());
  }

  onEvent(listener: (event: DevtoolsEvent) => void): void {
    this.#listeners.push(listener);
  }

  /** Sends one command. Rejects when the browser refuses it or is gone. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Sends one command whose answer changes nothing: if the browser is gone, its exit is what the watcher acts on. */
  tell(method: string, params: object = {}, sessionId?: string): void {
    this.send(method, params, sessionId).catch(() => undefined);
  }

  #received(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...this.#pieces, rest.subarray(0, end)]).toString('utf8');
      this.#pieces = [];
      rest = rest.subarray(end + 1);
      this.#handle(JSON.parse(text) as Record<string, unknown>);
    }
    if (rest.length > 0) this.#pieces.push(rest);
  }

  #handle(message: Record<string, unknown>): void {
    if (typeof message.id !== 'number') {
      const event: DevtoolsEvent = {
        method: String(message.method),
        params: (message.params ?? {}) as Record<string, unknown>,
        sessionId: typeof message.sessionId === 'string' ? message.sessionId : undefined,
      };
      for (const listener of this.#listeners) listener(event);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(JSON.stringify(message.error)));
    else waiting?.resolve((message.result ?? {}) as Record<string, unknown>);
  }

  #closed(): void {
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const waiting of left) waiting.reject(new Error('the browser is gone'));
  }
}
