import { templateOf } from './templates.js';

export interface MessageText {
  readonly title: string;
  readonly text: string;
}

/** Puts a message into words of a language; what it was not given stays a dash, an unknown code stands for itself. */
export function messageText(code: string, params: Readonly<Record<string, string>>, locale: 'zh' | 'en'): MessageText {
  const words = templateOf(code)?.[locale];
  if (!words) return { title: code, text: code };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(params, name) ? params[name]! : '—'));
  return { title: fill(words.title), text: fill(words.text) };
}
