import { progressSteps } from '@app/complaints';
import { webhookEvents } from '@app/notices';
import { privateEvents } from '../../libs/notices/webhook-events.js';
import { filesIn, read } from '../architecture/source.js';

/** What a complaint's timeline is told: the codes that are written out, the steps of progress, and the ends. */
const timeline = (): string[] => [
  ...filesIn('libs/complaints', 'libs/compensation').flatMap((file) => [...read(file).matchAll(/noteEvent\(tx, \w+, '(\w+)'/g)].map(([, code]) => code!)),
  ...progressSteps, 'settled', 'closed', 'withdrawn', 'unfounded', 'reopened', 'contested',
];

// Of those that are put together when they are emitted, what they may end in.
const endings: Readonly<Record<string, readonly string[]>> = {
  'fund.hold_': ['voided', 'expired'], 'compensation.': ['approved', 'refused'], 'deduction.': ['taken', 'refused'],
  'clock.': ['warned', 'breached', 'escalated'], 'pack.': ['approved', 'refused'], 'complaint.': timeline(),
  'sanction.': ['confirmed', 'refused', 'upheld', 'lifted'],
};

const emitted = (): string[] => filesIn('libs').filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts')).flatMap((file) =>
  [...read(file).matchAll(/emit\(\{\s*type: (?:'([^']+)'|`([^`$]+)\$\{)/g)].flatMap(([, whole, begun]) =>
    (whole ? [whole] : (endings[begun!] ?? ['?']).map((ending) => `${begun!}${ending}`))));

describe('Every event that a room leaves', () => {
  it('is one that webhooks may ask for, or is kept inside on purpose', () => {
    const types = new Set(emitted());
    expect(types.size).toBeGreaterThan(30);
    expect([...types].filter((type) => Object.hasOwn(webhookEvents, type) === privateEvents.includes(type))).toEqual([]);
    expect([...Object.keys(webhookEvents), ...privateEvents].filter((type) => !types.has(type))).toEqual([]);
  });
});
