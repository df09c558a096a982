import { rmSync } from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { Database, dataSource, migrate, statement, Unavailable, type NetworkTx } from '@app/database';
import { newId, type Caller } from '@app/kernel';
import { memberEntities, type Member as MemberRow } from '@app/members';
import type { Pool } from 'pg';
import { prepareDatabase, startPostgres } from '../../scripts/embedded-postgres.mjs';
import { root } from '../architecture/source.js';
import { connect } from '../support/connect.js';
import { makeTestFolder } from '../support/test-folder.mjs';
import { World } from '../support/world.js';

const addMember = statement<{ id: string }>('outage.add-member', `
  INSERT INTO member (network_id, id, kind, name, code) VALUES ($network, $id::uuid, 'shop', 'kept', right($id::uuid::text, 20))
`);

const Member = memberEntities.find(({ name }) => name === 'Member') as new () => MemberRow;

interface Load {
  readonly acknowledged: string[];
  readonly refused: unknown[];
  stop(): Promise<void>;
}

/** Writes without pause, eight at once, until it is stopped. */
function underLoad(database: Database, caller: Caller): Load {
  const acknowledged: string[] = [];
  const refused: unknown[] = [];
  let going = true;
  const work = async (): Promise<void> => {
    while (going) {
      const id = newId();
      await database.write(caller, { action: 'outage.write' }, (tx) => tx.run(addMember, { id })).then(
        () => acknowledged.push(id),
        async (error: unknown) => {
          refused.push(error);
          await pause(20);
        },
      );
    }
  };
  const all = Promise.all(Array.from({ length: 8 }, work));
  return { acknowledged, refused, stop: async () => { going = false; await all; } };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

async function servesAgain(load: Load, within: number): Promise<boolean> {
  const before = load.acknowledged.length;
  for (let waited = 0; waited < within; waited += 50) {
    if (load.acknowledged.length > before + 10) return true;
    await pause(50);
  }
  return false;
}

const strange = (load: Load): string[] => [...new Set(load.refused.filter((error) => !(error instanceof Unavailable)).map(String))];

describe('Backends that are terminated under load', () => {
  it('cost their requests an Unavailable, and nothing that was acknowledged', async () => {
    const world = await World.make(4);
    const admin = await connect(world.test, 'admin');
    const load = underLoad(world.database, world.person());
    try {
      for (let round = 0; round < 10; round++) {
        await pause(100);
        await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'surety_app'`);
      }
      expect(await servesAgain(load, 10_000)).toBe(true);
      await load.stop();
      expect(load.refused.length).toBeGreaterThan(0);
      expect(strange(load)).toEqual([]);
      const { rows } = await admin.query<{ id: string }>('SELECT id FROM member');
      const kept = new Set(rows.map((row) => row.id));
      expect(load.acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    } finally {
      await load.stop();
      await admin.end();
      await world.drop();
    }
  });
});

const ownBackend = statement<Record<never, never>, { pid: number }>('outage.own-backend', 'SELECT pg_backend_pid() AS pid');

it('A connection that is lost while the pool hands it over does not end the process', async () => {
  const world = await World.make(2);
  try {
    const { master } = world.database.source.driver as unknown as { master: Pool };
    const handedOver = await master.connect();
    try {
      // As pg tells it when a backend ends: an error event that nobody hears is thrown.
      expect(() => handedOver.emit('error', new Error('terminating connection'))).not.toThrow();
    } finally {
      handedOver.release(true);
    }
    await world.member();
  } finally {
    await world.drop();
  }
});

describe('A backend that ends between two steps of an act', () => {
  it.each<[string, (tx: NetworkTx) => Promise<unknown>]>([
    ['a statement', (tx) => tx.run(addMember, { id: newId() })],
    ['a mapped insert', (tx) => tx.insert(Member, { id: newId(), kind: 'shop', name: 'kept', code: newId() })],
    ['a mapped read', (tx) => tx.find(Member, {})],
  ])('costs an Unavailable, whichever step finds it gone: %s', async (_step, step) => {
    const world = await World.make(2);
    try {
      const act = world.database.write(world.person(), { action: 'outage.write' }, async (tx) => {
        const { pid } = await tx.one(ownBackend, {});
        await world.test.asAdmin('SELECT pg_terminate_backend($1, 5000)', [pid]);
        await pause(50);
        await step(tx);
      });
      await expect(act).rejects.toBeInstanceOf(Unavailable);
      await world.database.write(world.person(), { action: 'outage.write' }, step);
    } finally {
      await world.drop();
    }
  });
});

describe('A database that is restarted under load', () => {
  it('costs requests an Unavailable; the process lives, and serves again by itself', async () => {
    const dataDir = await makeTestFolder();
    const adminPassword = randomBytes(12).toString('hex');
    const started = { dataDir, adminPassword, settings: { fsync: 'off' }, sync: false };
    let server = await startPostgres(started);
    const passwords = { owner: 'o', app: 'a', worker: 'w' };
    const urls = await prepareDatabase({ adminUrl: server.adminUrl, database: 'surety', passwords });
    await migrate({ url: urls.ownerUrl, folder: path.join(root, 'migrations') });
    const source = await dataSource({ url: urls.appUrl, poolSize: 4 }).initialize();
    const load = underLoad(new Database(source, { hashKey: randomBytes(32) }), anyone());
    try {
      expect(await servesAgain(load, 10_000)).toBe(true);
      await server.stop();
      const failedBefore = load.refused.length;
      await pause(300);
      expect(load.refused.length).toBeGreaterThan(failedBefore);
      server = await startPostgres({ ...started, port: server.port });
      expect(await servesAgain(load, 15_000)).toBe(true);
      expect(strange(load)).toEqual([]);
    } finally {
      await load.stop();
      await source.destroy();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 120_000);
});

function anyone(): Caller {
  return {
    networkId: newId(), memberId: null, personId: newId(), apiKeyId: null, membershipId: null, sessionId: null, roles: [], permissions: new Set(),
    now: new Date(), today: '2026-03-02' as Caller['today'], zone: 'Asia/Shanghai', currency: 'CNY', backDays: 31, aheadDays: 0, locale: 'en', requestId: 'test',
  };
}
