import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { attachFiles, fileToShow, localFiles, receiveUpload, sweepFiles, type FileStore, type Upload } from '@app/files';
import { newId, type Caller } from '@app/kernel';
import { World } from '../support/world.js';
import { png } from '../support/upload.js';

let world: World;
let folder: string;
let store: FileStore;
let person: Caller;

beforeAll(async () => {
  world = await World.make();
  folder = mkdtempSync(path.join(tmpdir(), 'surety-files-'));
  store = localFiles(folder);
  person = world.person();
});
afterAll(async () => {
  await world?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const bring = (content: Buffer, to: FileStore = store, by = person): Promise<Upload> =>
  receiveUpload(world.database, to, by, { bytes: content, name: 'a.png', declared: 'image/png' }, 100_000);
const attach = ({ id }: Upload) => world.database.write(person, { action: 'test.attach' }, (tx) => attachFiles(tx, [id], { type: 'complaint', id: newId(), memberId: null }));
const objects = () => readdirSync(folder, { recursive: true }).map((file) => path.basename(String(file))).filter((name) => name.length === 64);
const sweep = () => sweepFiles(world.database, store, person);
const age = (table: string, column: string, by: string) => world.test.asAdmin(`UPDATE ${table} SET ${column} = now() - interval '${by}' WHERE ${column} IS NOT NULL`);
const rows = async (table: string, digest: string) => (await world.test.asAdmin(`SELECT digest FROM ${table} WHERE digest = $1`, [digest])).length;

describe('What nobody attached', () => {
  it('goes after a day, its bytes an hour later; what is attached stays', async () => {
    const [loose, kept] = [await bring(png('loose')), await bring(png('kept'))];
    await attach(kept);
    await age('file_upload', 'recorded_at', '23 hours');
    await sweep();
    expect(await rows('file_upload', loose.digest)).toBe(1);
    await age('file_upload', 'recorded_at', '25 hours');
    await sweep();
    expect([await rows('file_upload', loose.digest), objects().includes(loose.digest)]).toEqual([0, true]);
    await age('file_object', 'unused_since', '2 hours');
    await sweep();
    expect([await rows('file_object', loose.digest), objects().includes(loose.digest)]).toEqual([0, false]);
    expect([await rows('file', kept.digest), objects().includes(kept.digest)]).toEqual([1, true]);
  });

  it('stays where the same content came again meanwhile', async () => {
    const first = await bring(png('again'));
    await age('file_upload', 'recorded_at', '25 hours');
    await sweep();
    await age('file_object', 'unused_since', '2 hours');
    const second = await bring(png('again'));
    await sweep();
    expect(second.digest).toBe(first.digest);
    expect(objects()).toContain(second.digest);
  });

  it('never takes bytes from under who brings them, however often both meet', async () => {
    for (let round = 0; round < 8; round++) {
      const old = await bring(png('race'));
      await age('file_upload', 'recorded_at', '25 hours');
      await sweep();
      await age('file_object', 'unused_since', '2 hours');
      const [{ digest }] = await Promise.all([bring(png('race')), sweep(), sweep()]);
      expect([digest, objects().includes(digest), await rows('file_upload', digest)]).toEqual([old.digest, true, 1]);
    }
  });
});

describe('A process that is killed half-way', () => {
  it('leaves no row where the bytes could not be kept', async () => {
    const full: FileStore = { ...store, keep: async () => { throw new Error('no space left'); } };
    await expect(bring(png('full'), full)).rejects.toThrow('no space left');
    expect(await world.test.asAdmin(`SELECT 1 FROM file_object o WHERE NOT EXISTS (SELECT FROM file f WHERE f.digest = o.digest) AND NOT EXISTS (SELECT FROM file_upload u WHERE u.digest = o.digest)`)).toEqual([]);
  });

  it('leaves bytes without a row, which the next who brings them uses', async () => {
    const dies: FileStore = { ...store, keep: async (...given) => { await store.keep(...given); throw new Error('killed'); } };
    await expect(bring(png('killed'), dies)).rejects.toThrow('killed');
    const { id, digest } = await bring(png('killed'));
    expect(objects().filter((name) => name === digest)).toHaveLength(1);
    expect(await world.database.read(person, (tx) => fileToShow(tx, id))).toMatchObject({ digest });
  });

  it('between letting go the bytes and the row leaves what the next who brings them makes whole', async () => {
    const { digest } = await bring(png('dropped'));
    await age('file_upload', 'recorded_at', '25 hours');
    await sweep();
    await age('file_object', 'unused_since', '2 hours');
    const dies: FileStore = { ...store, drop: async (...given) => { await store.drop(...given); throw new Error('killed'); } };
    await expect(sweepFiles(world.database, dies, person)).rejects.toThrow('killed');
    expect([await rows('file_object', digest), objects().includes(digest)]).toEqual([1, false]);
    await bring(png('dropped'));
    await sweep();
    expect(objects()).toContain(digest);
  });

  it('in another network is nobody\'s business: the same content is kept there by itself', async () => {
    const neighbour = await world.neighbour();
    const { id, digest } = await bring(png('mine'));
    const theirs = await bring(png('mine'), store, neighbour.person());
    expect(objects().filter((name) => name === digest)).toHaveLength(2);
    expect(await world.database.read(neighbour.person({ personId: person.personId }), (tx) => fileToShow(tx, id))).toBeNull();
    expect(theirs.digest).toBe(digest);
  });
});
