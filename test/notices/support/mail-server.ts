import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server on this machine, as far as a client notices. */
export interface MailServer {
  readonly url: string;
  readonly got: { readonly to: string; readonly data: string }[];
  /** What it answers to a recipient. */
  answer: string;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    const say = (line: string) => socket.write(`${line}\r\n`);
    let [text, to, inData] = ['', '', false];
    say('220 here');
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8');
      for (let end = text.indexOf('\r\n'); !inData && end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (/^RCPT/i.test(line)) {
          to = /<(.*)>/.exec(line)![1]!;
          say(mail.answer);
        } else if (/^DATA/i.test(line)) {
          inData = true;
          say('354 go on');
        } else say(/^QUIT/i.test(line) ? '221 bye' : '250 ok');
      }
      const end = inData ? text.indexOf('\r\n.\r\n') : -1;
      if (end < 0) return;
      mail.got.push({ to, data: text.slice(0, end) });
      text = text.slice(end + 5);
      inData = false;
      say('250 taken');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, got: [], answer: '250 ok',
    close: () => new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    }),
  };
  return mail;
}
