import { jointOutcome } from './joint-settlement.js';

const outcome = (...words: string[]) => jointOutcome(words.map((word) => {
  const [byId = '', ...detail] = word.split(' ');
  return { code: 'joint_settlement', detail: detail.join(' '), byId };
}));

describe('A dispute over delay or poor repair', () => {
  it.each<[string[], string | null]>([
    [['a floor agreed', 'b supervision agreed'], 'agreed'],
    [['a floor uncooperative', 'b supervision uncooperative'], 'uncooperative'],
    [['a floor agreed', 'b supervision uncooperative', 'a floor uncooperative'], 'uncooperative'],
    [['a floor agreed'], null],
    [['b supervision uncooperative'], null],
    [['a floor agreed', 'b supervision uncooperative'], null],
    [['a floor agreed', 'a supervision agreed'], null],
    [['a floor agreed', 'b supervision agreed', 'b supervision uncooperative'], null],
  ])('FR-10 is settled by floor and supervision together: %j comes to %s', (words, expected) => expect(outcome(...words)).toBe(expected));
});
