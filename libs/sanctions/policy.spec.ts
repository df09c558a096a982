import { digestOf } from '@app/policies';
import { mallSanctions } from './mall.pack.js';

describe('The pack of sanctions', () => {
  // Whoever changes a shipped version changes what past decisions say they went by: ship another version instead.
  it('is as it was shipped', () => {
    expect([mallSanctions.version, digestOf(mallSanctions.rules)]).toEqual([1, '044ec071e1f4c07258e95e8b88f5c4a6fd478e3a92e0ec22e7c3f7c74af7673b']);
  });

  it('names its source and how far that can be trusted, row by row', () => {
    const rows = Object.values(mallSanctions.rules).flat();
    expect(rows.filter(({ source, mark }) => !source || !['S', '2', 'W', 'D'].includes(mark))).toEqual([]);
    expect(new Set(rows.map(({ id }) => id)).size).toBeGreaterThan(10);
  });
});
