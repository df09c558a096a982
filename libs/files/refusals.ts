import { refusals } from '@app/kernel';

export const refuse = refusals('files', {
  TYPE_NOT_ALLOWED: { zh: '不接受该类型的文件；可上传 JPEG、PNG、WebP、HEIC、PDF、CSV、XLSX。', en: 'No such file is taken: JPEG, PNG, WebP, HEIC, PDF, CSV and XLSX are.' },
  CONTENT_MISMATCH: { zh: '文件内容（{content}）与声明的类型（{declared}）不符。', en: 'The content is {content}, which is not what was declared: {declared}.' },
  FILE_EMPTY: { zh: '文件为空。', en: 'The file is empty.' },
  FILE_BROKEN: { zh: '文件已损坏或不完整。', en: 'The file is broken or not whole.' },
  FILE_TOO_LARGE: { zh: '文件超过 {limit} 字节。', en: 'The file is larger than {limit} bytes.' },
  NAME_INVALID: { zh: '文件名须为 1 至 200 个字符，且不含路径或控制字符。', en: 'A file name has 1 to 200 characters, no path and no control characters.' },
  TOO_MANY_FILES: { zh: '一次最多附 {limit} 个文件。', en: 'At most {limit} files are attached at once.' },
  ALREADY_WITHDRAWN: { zh: '该文件已撤回。', en: 'The file was withdrawn already.' },
});
