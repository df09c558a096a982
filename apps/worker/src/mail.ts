import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly title: string;
  readonly text: string;
  /** Names the message at every attempt, so that a mail program that gets it twice shows it once. */
  readonly key: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Sends by a mail server, over connections that are kept; each step of the talk has its limit. */
export function mailerOf({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  const { hostname, port, protocol, username, password } = new URL(url);
  const transport = createTransport({
    host: hostname, port: port ? Number.parseInt(port, 10) : undefined, secure: protocol === 'smtps:', pool: true, maxConnections: 4,
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
    connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, disableFileAccess: true, disableUrlAccess: true,
  });
  const domain = from.slice(from.indexOf('@') + 1);
  return {
    send: async ({ to, title, text, key }) => {
      await transport.sendMail({ from, to: { name: '', address: to }, subject: title, text, messageId: `<${key}@${domain}>` });
    },
    close: () => transport.close(),
  };
}

/** A server that says no for good to this recipient; what it says of us may change. */
export function refusedForGood(error: unknown): boolean {
  const { code, responseCode } = (error ?? {}) as { code?: string; responseCode?: number };
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500;
}
