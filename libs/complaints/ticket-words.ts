import type { ComplaintState } from './complaint.sql.js';
import type { ComplaintEvent } from './event.sql.js';

export interface InBothLanguages {
  readonly zh: string;
  readonly en: string;
}

export const stateInWords: Readonly<Record<ComplaintState, InBothLanguages>> = {
  open: { zh: '处理中', en: 'We are working on it.' },
  decided: { zh: '已有处理方案', en: 'There is a solution on offer.' },
  settled: { zh: '已了结', en: 'Settled.' },
  closed: { zh: '已办结', en: 'Closed.' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn.' },
  unfounded: { zh: '经核查不成立', en: 'Looked into and found without ground.' },
  merged: { zh: '已并入另一投诉', en: 'Joined with another complaint.' },
};

/** What a consumer is told of each event; an event that is not here is nobody's business but ours. */
const words: Readonly<Record<string, InBothLanguages>> = {
  recorded: { zh: '已受理您的投诉。', en: 'Your complaint was taken in.' },
  facts_supplied: { zh: '补充了投诉信息。', en: 'Details were added to your complaint.' },
  acted: { zh: '柜台已着手处理。', en: 'The counter has begun to act.' },
  answered: { zh: '已作出答复。', en: 'An answer was given.' },
  contacted: { zh: '与您取得了联系。', en: 'There was a contact with you.' },
  solution_offered: { zh: '提出了解决方案。', en: 'A solution was offered.' },
  resolved: { zh: '问题已解决。', en: 'The problem was resolved.' },
  extended: { zh: '处理时间有变更，已告知您原因和新的时间。', en: 'It takes longer than planned; you were told why, and until when.' },
  decided: { zh: '已按规定作出处理决定。', en: 'What the rules give you was decided.' },
  facts_needed: { zh: '尚缺部分信息，补充后才能作出处理决定。', en: 'Facts are still needed before it can be decided.' },
  chosen: { zh: '已记录您的选择。', en: 'Your choice was recorded.' },
  compensation_asked: { zh: '已申请赔付。', en: 'Compensation was asked for.' },
  compensation_refused: { zh: '赔付申请未获批准。', en: 'Compensation was not approved.' },
  settled: { zh: '已赔付了结。', en: 'You were compensated; the complaint is settled.' },
  closed: { zh: '投诉已办结。', en: 'Your complaint was closed.' },
  withdrawn: { zh: '投诉已撤回。', en: 'Your complaint was withdrawn.' },
  unfounded: { zh: '经核查，投诉不成立。您可申诉一次。', en: 'Your complaint was found without ground. You may contest that once.' },
  contested: { zh: '已记录您的申诉，重新核查。', en: 'You contested the finding; it is looked into again.' },
  reopened: { zh: '投诉已重新受理。', en: 'Your complaint was opened again.' },
  merged: { zh: '已与您的另一投诉合并处理。', en: 'It was joined with another complaint of yours.' },
  called_back: { zh: '已回访。', en: 'You were called back.' },
};

/** One line of a consumer's timeline in plain words, or none. A contact with somebody else is none of theirs. */
export function ticketWords({ code, at, detail }: Pick<ComplaintEvent, 'code' | 'at' | 'detail'>): { at: Date; text: InBothLanguages }[] {
  const told = code === 'decided' && detail === 'undecided' ? 'facts_needed' : code;
  const text = code === 'contacted' && !detail?.startsWith('consumer') ? undefined : words[told];
  return text ? [{ at, text }] : [];
}
