import { testApi, platformKey, type TestApi } from '../api/support/door.js';

/** What a mall's people speak to: the API in this process, or one in another. */
export type Asked = Pick<TestApi, 'ask'>;

type Fields = Record<string, unknown>;
interface Parts {
  readonly [key: string]: Answered;
}
/** JSON of a shape that the query has asked for, walked without a check at each step: what is not there fails the expectation. */
export type Answered = string & readonly Answered[] & Parts;

/** Someone who is logged in at the mall, speaking through the public API. */
export interface Speaker {
  readonly token: string;
  /** Asks a query and answers its data. */
  ask(query: string, variables?: Fields): Promise<Answered>;
  /** Calls a mutation, which must be done, and answers its payload; `input` gets a key of its own unless it has one. */
  act(mutation: string, fields: string, input: Fields): Promise<Answered>;
  /** Calls a mutation, which must be refused, and answers the code. */
  refusal(mutation: string, input: Fields): Promise<string>;
}

export const password = 'a long enough one';

/** A mall with people of every duty, made through the public API alone. */
export class Mall<Api extends Asked = TestApi> {
  private keys = 0;
  private readonly people = new Map<string, Speaker>();

  private constructor(
    readonly api: Api,
    readonly networkId: string,
  ) {}

  /** A mall on an API of its own, in this process. */
  static async open(name = 'Jiatai Plaza'): Promise<Mall> {
    return Mall.on(await testApi({ issued: true, poolSize: 8 }), name);
  }

  static async on<Api extends Asked>(api: Api, name: string): Promise<Mall<Api>> {
    const email = `admin@${name.toLowerCase().replace(/\W+/g, '-')}.example`;
    const platform = speaker(api, platformKey, () => `platform-${name}`);
    const { networkId, invitationCode } = await platform.act('provisionNetwork', 'networkId invitationCode', { name, sandbox: true, administratorEmail: email });
    const mall = new Mall(api, networkId);
    mall.people.set('OPERATOR_ADMINISTRATOR', await mall.joined(email, invitationCode));
    return mall;
  }

  /** The person of a role, or one known by a name of their own; invited, joined and logged in on first use. */
  async as(called: string, memberId: string | null = null, role = called): Promise<Speaker> {
    const name = memberId ? `${called}-${memberId}` : called;
    const known = this.people.get(name);
    if (known) return known;
    const person = await this.another(role, memberId);
    this.people.set(name, person);
    return person;
  }

  /** One more person of a role. */
  async another(role: string, memberId: string | null = null): Promise<Speaker> {
    const email = `${role.toLowerCase()}-${(this.keys += 1)}-${this.networkId.slice(-8)}@mall.example`;
    const admin = await this.as('OPERATOR_ADMINISTRATOR');
    const { code } = await admin.act('invite', 'code', { email, roles: [role], memberId });
    return this.joined(email, code);
  }

  async advance(days: number): Promise<string> {
    const admin = await this.as('OPERATOR_ADMINISTRATOR');
    return (await admin.act('advanceClock', 'today', { bySeconds: days * 86_400 })).today;
  }

  /** The same person, speaking to another API process. */
  through(api: Asked, { token }: Speaker): Speaker {
    return speaker(api, token, () => `k${(this.keys += 1)}`);
  }

  /** Takes an invitation up, and logs in. */
  async joined(email: string, code: string): Promise<Speaker> {
    const nobody = speaker(this.api, '', () => null);
    await nobody.act('acceptInvitation', 'personId', { code, displayName: email, password });
    const { accessToken } = await nobody.act('logIn', 'accessToken', { email, password });
    return speaker(this.api, accessToken, () => `k${(this.keys += 1)}`);
  }
}

function speaker(api: Asked, token: string, key: () => string | null): Speaker {
  const ask = async (query: string, variables: Fields = {}) => {
    const { body } = await api.ask(query, { as: token, variables });
    if (body.errors?.length) throw new Error(`${body.errors[0]!.extensions.code}: ${body.errors[0]!.message}`);
    return body.data as Answered;
  };
  const call = async (mutation: string, fields: string, input: Fields) => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const once = key();
    const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { ${fields} errors { code field message } } }`;
    return (await ask(query, { input: once === null || input.validateOnly ? input : { idempotencyKey: once, ...input } }))[mutation];
  };
  return {
    token, ask,
    act: async (mutation, fields, input) => {
      const payload = await call(mutation, fields, input);
      if (payload.errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(payload.errors)}`);
      return payload;
    },
    refusal: async (mutation, input) => {
      const { errors } = await call(mutation, '', input);
      if (errors.length === 0) throw new Error(`${mutation} was not refused`);
      return errors[0]!.code;
    },
  };
}

export const cny = (amount: string) => ({ amount, currency: 'CNY' });
