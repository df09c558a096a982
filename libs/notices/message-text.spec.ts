import { idPrefixes } from '@app/kernel';
import { messageText } from './message-text.js';
import { templates, type Template } from './templates.js';

const placeholders = (words: Template['zh']): string[] => [...new Set(`${words.title} ${words.text}`.match(/(?<=\{)\w+(?=\})/g) ?? [])].sort();

describe('A template', () => {
  it.each(Object.entries<Template>(templates))('%s names in both languages exactly what it is filled with', (code, template) => {
    const params = [...template.params].sort();
    expect({ zh: placeholders(template.zh), en: placeholders(template.en) }).toEqual({ zh: params, en: params });
    expect(code).toMatch(/^[a-z][a-z0-9_]{0,59}$/);
    expect(template.about === null || Object.hasOwn(idPrefixes, template.about)).toBe(true);
    for (const words of [template.zh, template.en]) expect([words.title.trim(), words.text.trim()]).not.toContain('');
    expect(template.zh.text).toMatch(/\p{Script=Han}/u);
    expect(template.en.text).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('A message', () => {
  it('is put into words of either language', () => {
    const params = { amount: '5000.00 CNY', dueOn: '2026-03-17' };
    expect(messageText('fund_called', params, 'zh').text).toBe('贵方资金账户需补足 5000.00 CNY，请于 2026-03-17 前缴纳。');
    expect(messageText('fund_called', params, 'en')).toEqual({ title: 'Your fund is called', text: 'Your fund lacks 5000.00 CNY. Please pay it in by 2026-03-17.' });
  });

  it('fills no param twice, shows a dash for what it was not given, and an unknown code as it is', () => {
    expect(messageText('fund_called', { amount: '{dueOn}' }, 'en').text).toBe('Your fund lacks {dueOn}. Please pay it in by —.');
    expect(messageText('of_a_later_version', {}, 'zh')).toEqual({ title: 'of_a_later_version', text: 'of_a_later_version' });
  });
});
