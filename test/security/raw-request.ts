import { connect } from 'node:net';

/** What came back on a socket, and how long it took. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: Buffer | string;
  /** Left out where the attack is about it. */
  readonly length?: boolean;
}

/** Sends bytes as they are, as no client library would; the answer is whatever came until the other side closed. */
export function rawRequest(url: string, { method = 'POST', path = '/graphql', headers = [], body = '', length = true }: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const bytes = Buffer.from(body);
  const all: readonly (readonly [string, string])[] = [['Host', 'surety'], ['Connection', 'close'], ...headers, ...(length ? [['Content-Length', String(bytes.length)] as const] : [])];
  const head = `${method} ${path} HTTP/1.1\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  const began = performance.now();
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => void socket.write(Buffer.concat([Buffer.from(head), bytes])));
    const done = () => {
      clearTimeout(timer);
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text, ms: performance.now() - began });
    };
    const timer = setTimeout(() => socket.destroy(), 5_000);
    socket.on('data', (chunk) => (text += chunk.toString())).on('error', () => undefined).on('close', done);
  });
}
