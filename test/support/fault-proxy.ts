import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Which way bytes go: from who connects to the server, or back. */
export type Way = 'to server' | 'to client';

/** What goes wrong on the way; the last four happen once, to the connection that meets them first. */
export type Fault =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'black hole' }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'cut after'; readonly way: Way; readonly bytes: number }
  /** When these words have passed one after the other on one connection: the last not let through, or let through first. */
  | { readonly kind: 'cut before' | 'cut behind'; readonly way: Way; readonly words: readonly string[] }
  /** The words reached the server and it answered: the client is cut off without the answer. */
  | { readonly kind: 'cut unanswered'; readonly words: readonly string[] };

interface Link {
  readonly client: Socket;
  readonly server: Socket;
  readonly passed: Record<Way, number>;
  /** How many of a fault's words were seen. */
  seen: number;
  deaf: boolean;
}

/** A TCP proxy of our own between two that speak, which breaks what they say to each other as it is told. */
export class FaultProxy {
  private fault: Fault | null = null;
  private readonly links = new Set<Link>();
  private struck: () => void = () => undefined;
  private readonly listener = createServer((client) => this.link(client));

  private constructor(private readonly target: { host: string; port: number }) {}

  static async to(port: number, host = '127.0.0.1'): Promise<FaultProxy> {
    const proxy = new FaultProxy({ host, port });
    await new Promise<void>((resolve) => proxy.listener.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** The same address, but through here. */
  through(address: string): string {
    const url = new URL(address);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  /** From here on this goes wrong, or nothing; settles when a fault that happens once has happened. */
  set(fault: Fault | null): Promise<void> {
    this.fault = fault;
    for (const link of this.links) link.seen = 0;
    if (fault?.kind === 'reset') for (const link of this.links) cut(link);
    return new Promise((resolve) => { this.struck = resolve; });
  }

  async close(): Promise<void> {
    for (const link of this.links) cut(link);
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private link(client: Socket): void {
    if (this.fault?.kind === 'refuse' || this.fault?.kind === 'reset') return void client.resetAndDestroy();
    const server = connect(this.target);
    const link: Link = { client, server, passed: { 'to server': 0, 'to client': 0 }, seen: 0, deaf: false };
    this.links.add(link);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => cut(link));
      socket.on('close', () => {
        this.links.delete(link);
        cut(link, 'end');
      });
    }
    this.pass(link, 'to server');
    this.pass(link, 'to client');
  }

  /** Each piece waits for the one before it, so that latency changes no order. */
  private pass(link: Link, way: Way): void {
    const [from, to] = way === 'to server' ? [link.client, link.server] : [link.server, link.client];
    let before = Promise.resolve();
    from.on('data', (piece: Buffer) => {
      before = before.then(async () => {
        if (this.fault?.kind === 'latency') await sleep(this.fault.ms);
        this.meet(link, way, piece, to);
      });
    });
  }

  private meet(link: Link, way: Way, piece: Buffer, to: Socket): void {
    const { fault } = this;
    if (fault?.kind === 'black hole' || to.destroyed) return;
    if (link.deaf && way === 'to client') return this.strike(link);
    if (fault?.kind === 'cut after' && fault.way === way && link.passed[way] + piece.length > fault.bytes) {
      to.write(piece.subarray(0, fault.bytes - link.passed[way]), () => this.strike(link));
      return;
    }
    link.passed[way] += piece.length;
    if (!this.hears(link, way, piece)) return void to.write(piece);
    if (fault?.kind === 'cut before') return this.strike(link);
    if (fault?.kind === 'cut behind') return void to.write(piece, () => this.strike(link));
    link.deaf = true;
    to.write(piece);
  }

  /** Has the last of the fault's words passed with this piece, after the others on this connection? */
  private hears(link: Link, way: Way, piece: Buffer): boolean {
    const { fault } = this;
    if (!fault || !('words' in fault) || ('way' in fault ? fault.way : 'to server') !== way) return false;
    for (let at = 0; link.seen < fault.words.length; link.seen += 1) {
      const word = Buffer.from(fault.words[link.seen]!);
      const found = piece.indexOf(word, at);
      if (found === -1) return false;
      at = found + word.length;
    }
    return true;
  }

  private strike(link: Link): void {
    this.fault = null;
    cut(link);
    this.struck();
  }
}

function cut({ client, server }: Link, by: 'reset' | 'end' = 'reset'): void {
  for (const socket of [client, server]) {
    if (socket.destroyed) continue;
    // What was let through before the cut still arrives; a reset might overtake it.
    if (by === 'end' || socket === server) socket.end();
    else socket.resetAndDestroy();
  }
}
