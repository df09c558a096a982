import { attemptOutcome } from './attempt-outcome.js';

const at = new Date('2026-03-07T00:00:00Z');
const since = (text: string) => new Date(text);

describe('What follows from an attempt', () => {
  it.each([200, 201, 204, 299])('is that it was sent, at %i', (status) => {
    expect(attemptOutcome({ status, at, tries: 3, failingSince: since('2026-03-06T00:00:00Z') }))
      .toEqual({ state: 'sent', nextAt: null, failingSince: null, disable: false });
  });

  it.each([null, 100, 301, 307, 400, 404, 429, 500, 503])('is another by the schedule, at %s', (status) => {
    expect(attemptOutcome({ status, at, tries: 1, failingSince: null }))
      .toEqual({ state: 'failed', nextAt: since('2026-03-07T00:00:05Z'), failingSince: at, disable: false });
  });

  it('is that it is given up, after the last of the schedule', () => {
    expect(attemptOutcome({ status: 500, at, tries: 10, failingSince: since('2026-03-05T00:00:00Z') })).toMatchObject({ state: 'given_up', nextAt: null, disable: false });
  });

  it('is that the endpoint gets no more, when it says that it is gone', () => {
    expect(attemptOutcome({ status: 410, at, tries: 1, failingSince: null })).toMatchObject({ state: 'given_up', nextAt: null, disable: true });
  });

  it('is that the endpoint gets no more, once it has failed for five days and not a moment before', () => {
    expect(attemptOutcome({ status: 500, at, tries: 1, failingSince: since('2026-03-02T00:00:00.001Z') }).disable).toBe(false);
    expect(attemptOutcome({ status: 500, at, tries: 1, failingSince: since('2026-03-02T00:00:00Z') })).toMatchObject({ state: 'given_up', disable: true });
  });
});
