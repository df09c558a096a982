import type { ComplaintEvent } from './event.sql.js';

/** Who settles a dispute over delay or poor repair together. */
export const jointSides = ['floor', 'supervision'] as const;
export type JointSide = (typeof jointSides)[number];

export const jointViews = ['agreed', 'uncooperative'] as const;
export type JointView = (typeof jointViews)[number];

/**
 * What floor and supervision found together: each side's last word counts, by two people. Null while one of them is silent or
 * they differ. Where the shop does not cooperate, compensation comes from its fund. Source: FR-10, FR-5.
 */
export function jointOutcome(events: readonly Pick<ComplaintEvent, 'code' | 'detail' | 'byId'>[]): JointView | null {
  const last = (side: JointSide) => events.findLast(({ code, detail }) => code === 'joint_settlement' && !!detail?.startsWith(`${side} `));
  const [floor, supervision] = [last('floor'), last('supervision')];
  if (!floor || !supervision || floor.byId === supervision.byId) return null;
  return jointViews.find((view) => floor.detail === `floor ${view}` && supervision.detail === `supervision ${view}`) ?? null;
}
