import type { GivenPerson } from '@app/members';
import type { Chance } from './chance.js';

const family = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const given = '秀英 桂兰 建国 志强 晓燕 文博 雨桐 海涛 丽华 思远 佳宁 春梅 俊杰 玉珍 明轩 晓东 淑芬 子涵 国庆 婷婷 浩然 雪梅 永强 欣怡 立新 凤霞 嘉豪 小红'.split(' ');
const streets = '文昌路 解放街 和平巷 人民路 翠湖道 东风街 学府路 滨江道'.split(' ');

/** A consumer whom nobody has met; the numbers are of no operator's range. */
export function consumer(chance: Chance, n: number): GivenPerson {
  return {
    name: chance.pick(family) + chance.pick(given),
    phone: `1990000${String(n).padStart(4, '0')}`,
    address: chance.below(3) === 0 ? `${chance.pick(streets)}${1 + chance.below(300)}号` : null,
    email: null,
  };
}
