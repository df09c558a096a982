import { refusals } from '@app/kernel';

export const refuse = refusals('policies', {
  UNKNOWN_KIND: { zh: '没有该类规则包（{kind}）。', en: 'There are no packs of the kind {kind}.' },
  RULES_INVALID: { zh: '规则有 {count} 处错误；{path}：{zh}。', en: 'The rules have {count} faults; {path} {en}.' },
  RULES_TOO_LARGE: { zh: '规则超过 {most} 个字符。', en: 'The rules are longer than {most} characters.' },
  STARTS_TWICE: { zh: '该规则包已有版本自 {effectiveFrom} 起生效。', en: 'A version of this pack already starts on {effectiveFrom}.' },
  OTHER_KIND: { zh: '所依据的规则包属于另一类（{kind}）。', en: 'The pack it is based on is of another kind ({kind}).' },
  NOT_SHIPPED: { zh: '该规则包是本体系自己的，无需采用。', en: 'The pack is the network\'s own already; only a shipped one is adopted.' },
  OWN_PROPOSAL: { zh: '提议人不得决定自己的提议。', en: 'Whoever proposed may not decide.' },
  ALREADY_DECIDED: { zh: '该规则包已有决定（{state}）。', en: 'The pack is decided already ({state}).' },
});
