/** Types of spec-titles.mjs, for the specs. */
export function titlesIn(path: string, text: string): string[];
export function idsIn(title: string): string[];
