import { x } from '@app/kernel';
console.log(x, import.meta.url);
