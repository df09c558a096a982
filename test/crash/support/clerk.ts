import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@app/kernel';
import { password, type Answered, type Asked, type Mall } from '../../support/mall.js';

export type Fields = Record<string, unknown>;

/** What a clerk was told in the end: the answer, or the code of a refusal. */
export interface Told {
  readonly payload: Answered | null;
  readonly refused: string | null;
  readonly tries: number;
  readonly replayed: boolean;
}

// What says of itself that the same request may be sent again.
const passing = new Set(['UNAVAILABLE', 'TIMEOUT']);

/** Somebody at work through HTTP, who sends a request with its key again and again until it is answered. */
export class Clerk {
  /** Answers that no clerk should ever get. */
  readonly strange: string[] = [];

  private constructor(
    private readonly url: () => string,
    private readonly email: string,
    private token: string,
  ) {}

  static async hired(mall: Mall<Asked>, role: string, url: () => string): Promise<Clerk> {
    const email = `${role.toLowerCase()}-${newId().slice(-8)}@mall.example`;
    const admin = await mall.as('OPERATOR_ADMINISTRATOR');
    const { code } = await admin.act('invite', 'code', { email, roles: [role], memberId: null });
    return new Clerk(url, email, (await mall.joined(email, code)).token);
  }

  async act(mutation: string, fields: string, input: Fields & { idempotencyKey: string }): Promise<Told> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { replayed ${fields} errors { code message } } }`;
    for (let tries = 1; ; tries++) {
      const answer = await this.once(query, { input });
      if (!answer) {
        await sleep(30);
        continue;
      }
      const { errors, replayed, ...payload } = answer[mutation] as unknown as { errors: { code: string }[]; replayed: boolean };
      const refused = errors[0]?.code ?? null;
      return { payload: refused ? null : (payload as unknown as Answered), refused, tries, replayed };
    }
  }

  /** One try: the data, or null where the same is to be sent again. */
  async once(query: string, variables: Fields): Promise<Answered | null> {
    const body = await this.post(query, variables);
    if (!body) return null;
    const code = body.errors?.[0]?.extensions?.code;
    if (!code) return body.data;
    if (code === 'UNAUTHENTICATED') await this.logIn();
    else if (!passing.has(code)) {
      const problem = `${code} to ${query.slice(0, 60)}`;
      this.strange.push(problem);
      // Never acknowledged, and not to be asked for ever.
      throw new Error(problem);
    }
    return null;
  }

  private async logIn(): Promise<void> {
    const body = await this.post('mutation($input: LogInInput!) { logIn(input: $input) { accessToken } }', { input: { email: this.email, password } });
    if (body?.data?.logIn?.accessToken) this.token = body.data.logIn.accessToken;
  }

  private async post(query: string, variables: Fields) {
    try {
      const response = await fetch(`${this.url()}/graphql`, {
        method: 'POST', signal: AbortSignal.timeout(20_000), body: JSON.stringify({ query, variables }),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      });
      return (await response.json()) as { data: Answered; errors?: { extensions: { code: string } }[] };
    } catch {
      return null;
    }
  }
}
