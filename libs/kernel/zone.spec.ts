import fc from 'fast-check';
import { day } from './day.js';
import { dayOf, startOf, timeOf } from './zone.js';

const zones = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Europe/London', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu'];

describe('The day of an instant', () => {
  it.each([
    ['2026-05-01T15:59:59.999Z', 'Asia/Shanghai', '2026-05-01'],
    ['2026-05-01T16:00:00.000Z', 'Asia/Shanghai', '2026-05-02'],
    ['2026-12-31T16:00:00.000Z', 'Asia/Shanghai', '2027-01-01'],
    ['2026-05-01T00:00:00.000Z', 'UTC', '2026-05-01'],
    ['2026-05-01T00:00:00.000Z', 'America/New_York', '2026-04-30'],
    ['2026-05-01T12:00:00.000Z', 'Pacific/Kiritimati', '2026-05-02'],
  ])('%s in %s is %s', (instant, zone, on) => {
    expect(dayOf(new Date(instant), zone)).toBe(on);
  });

  it('is not to be had of no instant or in no zone', () => {
    expect(() => dayOf(new Date(NaN), 'UTC')).toThrow(RangeError);
    expect(() => dayOf(new Date(), 'Asia/Nowhere')).toThrow(RangeError);
  });
});

describe('The start of a day', () => {
  it.each([
    ['2026-05-01', 'Asia/Shanghai', '2026-04-30T16:00:00.000Z'],
    ['2026-05-01', 'UTC', '2026-05-01T00:00:00.000Z'],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'], // clocks skip the hour from midnight
    ['1900-01-01', 'Asia/Shanghai', '1899-12-31T15:54:17.000Z'],
    ['9999-12-31', 'Pacific/Kiritimati', '9999-12-30T10:00:00.000Z'],
  ])('%s in %s is %s', (on, zone, instant) => {
    expect(startOf(day(on), zone).toISOString()).toBe(instant);
  });

  it('is its first instant: a millisecond sooner is the day before', () => {
    const instants = fc.date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const on = dayOf(instant, zone);
      const start = startOf(on, zone);
      expect(start.getTime()).toBeLessThanOrEqual(instant.getTime());
      expect(dayOf(start, zone)).toBe(on);
      expect(dayOf(new Date(start.getTime() - 1), zone) < on).toBe(true);
    }));
  });
});

describe('A time of day', () => {
  it.each([
    ['2026-03-02', 630, 'Asia/Shanghai', '2026-03-02T02:30:00.000Z'],
    ['2026-03-02', 0, 'Asia/Shanghai', '2026-03-01T16:00:00.000Z'],
    ['2026-03-02', 1440, 'Asia/Shanghai', '2026-03-02T16:00:00.000Z'],
    ['2026-03-08', 60, 'America/New_York', '2026-03-08T06:00:00.000Z'],
    ['2026-03-08', 600, 'America/New_York', '2026-03-08T14:00:00.000Z'], // clocks skipped an hour that morning
    ['2026-11-01', 600, 'America/New_York', '2026-11-01T15:00:00.000Z'], // and showed one twice
    ['2026-11-01', 90, 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ])('of %s at minute %s in %s is %s', (on, minute, zone, instant) => {
    expect(timeOf(day(on), minute, zone).toISOString()).toBe(instant);
  });
});
