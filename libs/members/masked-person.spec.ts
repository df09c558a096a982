import { phoneOf, readPersonal, sameName } from './personal-fields.js';
import { maskedPerson } from './masked-person.js';

describe('A masked person', () => {
  it.each([
    ['name', '张三', '张*'], ['name', '欧阳小明', '欧**'], ['name', 'John Smith', 'J**'], ['name', '张', '张*'],
    ['phone', '+8613812341234', '138****1234'], ['phone', '+862188887777', '****77'], ['phone', '+14155550123', '141****0123'],
    ['address', '浙江省杭州市西湖区文三路一百号', '浙江省杭州****'], ['address', '文三路', '文****'], ['address', 'ab', '****'],
    ['email', 'zhang.san@post.example', 'z***@post.example'],
  ] as const)('shows of the %s %s only %s', (field, clear, masked) => {
    expect(maskedPerson({ [field]: clear })[field]).toBe(masked);
  });

  it('has null for what is not known', () => {
    expect(maskedPerson({})).toEqual({ name: null, phone: null, address: null, email: null });
  });
});

describe('A person as given', () => {
  it.each(['13812341234', '138-1234-1234', '+86 138 1234 1234', '0086 13812341234', '１３８１２３４１２３４', ' +86-138-1234-1234 '])('has one phone, however it is written: %s', (text) => {
    expect(phoneOf(text)).toBe('+8613812341234');
  });

  it.each(['12', 'x', '', '138123412341234', 'call 13812341234 please', '13812341234 ext. 5', '1'.repeat(41)])('is refused with the phone %s, which is not quoted', (text) => {
    expect(() => phoneOf(text)).toThrow(expect.objectContaining({ code: 'PHONE_UNREADABLE', field: 'phone', details: {} }));
  });

  it('loses blank fields and keeps the others in the form in which they are compared', () => {
    expect(readPersonal({ name: ' 张三 ', phone: '', address: null, email: 'Zhang@Post.Example' })).toEqual({ name: '张三', email: 'zhang@post.example' });
    expect(sameName('Zhang  San')).toBe(sameName('zhangsan'));
    expect(() => readPersonal({ email: 'nobody' }, 'consumer.')).toThrow(expect.objectContaining({ field: 'consumer.email' }));
    expect(() => readPersonal({ name: 'x'.repeat(101) })).toThrow(expect.objectContaining({ field: 'name' }));
  });
});
