import { randomInt, randomUUID } from 'node:crypto';
import { DESK, fillDesk } from './desk.mjs';

/**
 * What is measured, and against what. `open` answers both sides: each works for a while and answers how much it did a second,
 * or how many ms one took where that is the unit: the ratio is ours to the baseline's of either.
 * @type {Record<string, { what: string, unit: string, open: (bench: object) => Promise<object> }>}
 */
export const figures = {
  read: {
    what: 'a page of 20 funds, each with its shop and its last 3 lines, against a bare handler that sends the same statements',
    unit: 'pages/s',
    open: async (bench) => {
      const server = await bench.serve('bare-page', 'dist/test/bench/bare-page.js', bench.bare);
      const pages = someFunds(bench.mall.funds);
      const bare = { url: `${server.url}/page`, headers: json, bodies: pages.map((after) => JSON.stringify({ after })) };
      return readSides(bench, await ourPages(bench, pages), bare, server.stop);
    },
  },
  'read:typical': {
    what: 'the same page, against a server as a team would usually write it: Apollo on Express, TypeORM, DataLoader',
    unit: 'pages/s',
    open: async (bench) => {
      const server = await bench.serve('typical', 'dist/test/bench/typical/main.js', bench.bare);
      const pages = someFunds(bench.mall.funds);
      const ours = await ourPages(bench, pages);
      const bodies = pages.map((id) => JSON.stringify({ query: PAGE, variables: { after: Buffer.from(id).toString('base64url') } }));
      return readSides(bench, ours, { ...ours, url: `${server.url}/graphql`, bodies }, server.stop);
    },
  },
  post: {
    what: 'a receipt on one of 1,000 funds at 16 clients, against a bare loop of the same statements',
    unit: 'receipts/s',
    open: (bench) => receiptSides(bench, someFunds(bench.mall.funds, 1_000), 16),
  },
  hot: {
    what: 'receipts on one fund at 32 clients, against a bare loop of the same statements',
    unit: 'receipts/s',
    open: (bench) => receiptSides(bench, bench.mall.funds.slice(0, 1), 32),
  },
  desk: {
    what: 'the first 20 of a shop\'s open complaints that are due before a time, of 100,000 in the network, what is due next first, against a bare handler that sends the same statements',
    unit: 'pages/s',
    open: async (bench) => {
      const { memberIds, dueBefore } = await fillDesk(bench.adminUrl);
      const server = await bench.serve('bare-desk', 'dist/test/bench/bare-desk.js', bench.bare);
      const bodies = memberIds.map((id) => JSON.stringify({ query: DESK, variables: { memberId: shownId('mbr', id), dueBefore } }));
      const ours = { url: `${bench.api.url}/graphql`, headers: { ...json, authorization: `Bearer ${await bench.mall.logIn()}` }, bodies };
      const bare = { url: `${server.url}/page`, headers: json, bodies: memberIds.map((memberId) => JSON.stringify({ memberId, dueBefore })) };
      return readSides(bench, ours, bare, server.stop, '"priority":"GENERAL"');
    },
  },
  clocks: {
    what: 'of 100,000 open clocks 5,000 due at once fired as the worker does it, against a bare UPDATE and INSERT of the same event rows; by how long it takes, so less is better',
    unit: 'ms',
    open: async (bench) => {
      const fire = bench.startWorker('dist/test/bench/clocks.js', { ...bench.bare, APP_URL: bench.appUrl, ADMIN_URL: bench.adminUrl });
      const side = (name) => (ms) => fire.rate({ side: name, ms });
      return { ours: side('ours'), baseline: side('baseline'), close: fire.stop };
    },
  },
};

const json = { 'content-type': 'application/json' };
const CLIENTS = 16;

const PAGE = `query Page($after: String) {
  funds(first: 20, after: $after) {
    edges { node {
      id kind required { amount } posted { amount } held { amount } available { amount } called { amount }
      member { name }
      lastLines(last: 3) { line what code posted { amount } postedAfter { amount } effectiveOn recordedAt }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const RECEIVE = `mutation Receive($input: ReceiveFundInput!) {
  receiveFund(input: $input) { receiptId posted { amount } replayed errors { code message } }
}`;

/** Our side of the page, asked for by a person with a token. */
async function ourPages({ api, mall }, pages) {
  const cursorOf = (id) => Buffer.from(JSON.stringify(['fund', id])).toString('base64url');
  const bodies = pages.map((id) => JSON.stringify({ query: PAGE, variables: { after: cursorOf(id) } }));
  return { url: `${api.url}/graphql`, headers: { ...json, authorization: `Bearer ${await mall.logIn()}` }, bodies };
}

function readSides({ client }, ours, baseline, close, expected = '"lastLines":[{"line":"') {
  const side = (target) => (ms) => client.rate({ ...target, expected, clients: CLIENTS, ms, run: '' });
  return { ours: side(ours), baseline: side(baseline), close };
}

async function receiptSides({ api, mall, bare, client, startWorker }, funds, clients) {
  const run = randomUUID().slice(0, 8);
  const input = (id) => ({ idempotencyKey: '@@', fundId: shownId('fnd', id), amount: { amount: '1.00', currency: 'CNY' }, reference: '@@' });
  const bodies = funds.map((id) => JSON.stringify({ query: RECEIVE, variables: { input: input(id) } }));
  const ours = { url: `${api.url}/graphql`, headers: { ...json, authorization: `Bearer ${await mall.logIn()}` }, bodies, expected: '"receiptId":"frc_', clients, run };
  const loop = startWorker('dist/test/bench/bare-receipts.js', bare);
  return {
    ours: (ms) => client.rate({ ...ours, ms }),
    baseline: (ms) => loop.rate({ funds, clients, ms, run }),
    close: loop.stop,
  };
}

/** As many of the funds, in no order; far enough from the end that a page after any of them is full. */
function someFunds(funds, count = 200) {
  const left = funds.slice(0, count < funds.length ? -30 : funds.length);
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(randomInt(left.length), 1)[0]);
}

/** `fnd_…`, as the API shows an id. */
function shownId(prefix, id) {
  let value = BigInt(`0x${id.replaceAll('-', '')}`);
  let text = '';
  for (let i = 0; i < 26; i += 1, value >>= 5n) text = '0123456789abcdefghjkmnpqrstvwxyz'[Number(value & 31n)] + text;
  return `${prefix}_${text}`;
}
