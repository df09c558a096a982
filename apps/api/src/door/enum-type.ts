import { registerEnumType } from '@nestjs/graphql';

/**
 * Makes a GraphQL enum of a room's words: `guarantee_fund` is shown as GUARANTEE_FUND and read back. Each value says what
 * it means, in English and Chinese.
 */
export function enumType<const Word extends string>(name: string, description: string, words: Readonly<Record<Word, string>>) {
  const values = Object.fromEntries((Object.keys(words) as Word[]).map((word) => [word.toUpperCase(), word])) as Record<string, Word>;
  registerEnumType(values, {
    name, description,
    valuesMap: Object.fromEntries((Object.keys(words) as Word[]).map((word) => [word.toUpperCase(), { description: words[word] }])),
  });
  return values;
}
