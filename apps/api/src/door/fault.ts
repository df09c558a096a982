import type { RefusalDetails, RefusalWords } from '@app/kernel';
import { IntrinsicException } from '@nestjs/common';

/** What the door itself answers with: who may not, what is too much, what does not work now. Always a top-level error. */
export const faultWords = {
  UNAUTHENTICATED: { zh: '未登录或凭证无效。', en: 'No valid credential was given.' },
  FORBIDDEN: { zh: '没有权限。', en: 'Not permitted.' },
  BAD_REQUEST: { zh: '请求无效：{problem}', en: 'Bad request: {problem}' },
  GRAPHQL_PARSE_FAILED: { zh: '语法错误：{problem}', en: 'Syntax error: {problem}' },
  METHOD_NOT_ALLOWED: { zh: '只接受 POST 请求。', en: 'Only POST is accepted.' },
  UNSUPPORTED_MEDIA_TYPE: { zh: '此处只接受：{accepted}。', en: 'Accepted here is only: {accepted}.' },
  BODY_TOO_LARGE: { zh: '请求体超过 {limit} 字节。', en: 'The body is larger than {limit} bytes.' },
  BATCHING_OFF: { zh: '一次请求只能有一个操作。', en: 'One request holds one operation.' },
  INTROSPECTION_OFF: { zh: '此处不提供自省。', en: 'Introspection is off here.' },
  TOO_MANY_TOKENS: { zh: '查询超过 {limit} 个词法单元。', en: 'The query has more than {limit} tokens.' },
  TOO_DEEP: { zh: '查询深度 {asked} 超过 {limit}。', en: 'The query is {asked} levels deep; {limit} are allowed.' },
  TOO_MANY_FIELDS: { zh: '查询字段超过 {limit} 个。', en: 'The query selects more than {limit} fields.' },
  TOO_MANY_ALIASES: { zh: '别名 {asked} 个，超过 {limit} 个。', en: 'The query has {asked} aliases; {limit} are allowed.' },
  TOO_MANY_DIRECTIVES: { zh: '指令 {asked} 个，超过 {limit} 个。', en: 'The query has {asked} directives; {limit} are allowed.' },
  TOO_MANY_ROOT_FIELDS: { zh: '顶层字段 {asked} 个，超过 {limit} 个。', en: 'The query has {asked} top-level fields; {limit} are allowed.' },
  TOO_COSTLY: { zh: '查询代价 {asked} 超过 {limit}。', en: 'The query costs {asked}; {limit} is allowed.' },
  ONE_MUTATION_AT_A_TIME: { zh: '一次操作只能有一个变更字段。', en: 'A mutation operation has exactly one top-level field.' },
  OPERATION_OVER: { zh: '操作已结束。', en: 'The operation had ended.' },
  TIMEOUT: { zh: '查询超时。', en: 'The query took too long.' },
  UNAVAILABLE: { zh: '服务暂时不可用，请稍后重试。', en: 'The service is not available at the moment; the same request may be sent again.' },
  INTERNAL: { zh: '内部错误。', en: 'Something went wrong on our side.' },
} as const satisfies Record<string, RefusalWords>;
export type FaultCode = keyof typeof faultWords;

const statuses: Partial<Record<FaultCode, number>> = { METHOD_NOT_ALLOWED: 405, UNSUPPORTED_MEDIA_TYPE: 415, BODY_TOO_LARGE: 413 };

/** A no of the door's own, outside any room; the request's one line in the log has its code, so Nest need not log it. */
export class Fault extends IntrinsicException {
  override readonly name = 'Fault';

  constructor(
    readonly code: FaultCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
  }

  /** The HTTP status where the request never became an operation. */
  get status(): number {
    return statuses[this.code] ?? 400;
  }

  text(locale: 'zh' | 'en'): string {
    return faultWords[this.code][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(this.details[name] ?? ''));
  }
}
