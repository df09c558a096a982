import { Refusal, refusals } from './refusal.js';
import { refuse as refuseKernel } from './refusals.js';

const refuse = refusals('bakery', {
  SOLD_OUT: { zh: '{bread}已售完，剩 {left} 个。', en: 'No {bread} left: {left}.' },
  CLOSED: { zh: '已打烊。', en: 'Closed.' },
});

describe('A refusal', () => {
  it('is an error that names its room and code', () => {
    const no = refuse('CLOSED');
    expect(no).toBeInstanceOf(Refusal);
    expect(no).toBeInstanceOf(Error);
    expect(no).toMatchObject({ name: 'Refusal', room: 'bakery', code: 'CLOSED', details: {}, field: null, message: 'bakery: CLOSED' });
  });

  it('speaks both languages and fills in its details', () => {
    const no = refuse('SOLD_OUT', { bread: 'rye', left: 0 });
    expect(no.text('en')).toBe('No rye left: 0.');
    expect(no.text('zh')).toBe('rye已售完，剩 0 个。');
  });

  it('leaves blank what it was not told, and fills no detail twice', () => {
    expect(refuse('SOLD_OUT', { left: null }).text('en')).toBe('No  left: .');
    expect(refuse('SOLD_OUT', { bread: '{left}', left: 3 }).text('en')).toBe('No {left} left: 3.');
  });

  it('can point at a field and stays the same no', () => {
    const no = refuse('SOLD_OUT', { bread: 'rye', left: 0 });
    const pointed = no.at('order.bread');
    expect(pointed).toMatchObject({ room: 'bakery', code: 'SOLD_OUT', details: no.details, field: 'order.bread' });
    expect(pointed.text('en')).toBe(no.text('en'));
    expect(no.field).toBeNull();
  });
});

describe('A room’s reasons', () => {
  it('are kept with its name, so that all of them can be listed', () => {
    expect(refuse.room).toBe('bakery');
    expect(Object.keys(refuse.words)).toEqual(['SOLD_OUT', 'CLOSED']);
  });

  it.each(Object.entries(refuseKernel.words))('of the kernel word %s in both languages with the same details', (_, { zh, en }) => {
    const names = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(zh).not.toBe('');
    expect(en).not.toBe('');
    expect(names(zh)).toEqual(names(en));
  });
});
