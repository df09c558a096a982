import { day } from '@app/kernel';
import { adoptPack, comparePacks, decidePack, packInForce, proposePack, type Pack, type PackInForce, type RowChange } from '@app/policies';
import type { World } from '../support/world.js';
import { tariffs, type TariffRow, type TariffRules } from './tariffs.js';

interface Own {
  readonly kind: string;
  readonly code: string;
  readonly basedOnId: string | null;
}

/** What the people of one network do with its tariffs: a new person each time unless named. */
export class Packs {
  constructor(readonly world: World) {}

  async adopt(packId: string, from: string, by = this.world.person()): Promise<Pack> {
    return (await adoptPack(this.world.database, by, { ...this.world.key(), packId, effectiveFrom: day(from), reason: 'Ours.' })).result.pack;
  }

  async propose(from: string, rows: readonly unknown[], more: Partial<Own> = {}, by = this.world.person()): Promise<Pack> {
    const own = { kind: 'tariff', code: 'wear', nameZh: '折旧', nameEn: 'Wear', basedOnId: null, reason: 'As agreed.', ...more };
    return (await proposePack(this.world.database, by, { ...this.world.key(), ...own, effectiveFrom: day(from), rules: { tariffs: rows } })).result.pack;
  }

  async decide({ id }: Pack, approve = true, by = this.world.person()): Promise<Pack> {
    return (await decidePack(this.world.database, by, { ...this.world.key(), packId: id, approve, reason: 'Looked at.' })).result.pack;
  }

  async approved(from: string, ...rows: TariffRow[]): Promise<Pack> {
    return this.decide(await this.propose(from, rows));
  }

  inForce(on: string, code = 'wear', by = this.world.person()): Promise<PackInForce<TariffRules> | null> {
    return this.world.database.read(by, (tx) => packInForce(tx, { kind: tariffs, code, on: day(on) }));
  }

  async rateOn(on: string): Promise<string | null> {
    return (await this.inForce(on))?.rules.tariffs[0]!.rate ?? null;
  }

  difference(fromId: string, toId: string | null, toRules: unknown = null): Promise<RowChange[]> {
    return this.world.database.read(this.world.person(), (tx) => comparePacks(tx, { fromId, toId, toRules }));
  }
}
