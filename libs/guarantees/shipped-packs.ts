import { apparelPack } from './apparel.pack.js';
import { carPack } from './car.pack.js';
import { consumerLawPack } from './consumer-law.pack.js';
import { desktopPack } from './desktop.pack.js';
import { nationalPack, regulationPack, zhejiangPack } from './national.pack.js';
import { onlinePack } from './online.pack.js';
import type { ShippedGuarantee } from './policy.js';
import { vendorPacks } from './vendor.pack.js';
import { tabletPack } from './tablet.pack.js';

/** The packs that come with the house, looked up when they are asked for, so that a search for untested parameters can shift one. */
export const guaranteePacks: ShippedGuarantee[] = [
  apparelPack, tabletPack, desktopPack, ...vendorPacks, nationalPack, zhejiangPack, regulationPack, carPack, onlinePack, consumerLawPack,
];

/** The shipped pack of that code. */
export function shippedPack(code: string): ShippedGuarantee {
  const pack = guaranteePacks.find((one) => one.code === code);
  if (!pack) throw new Error(`No pack is shipped as ${code}.`);
  return pack;
}
