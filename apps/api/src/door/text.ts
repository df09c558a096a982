import { applyDecorators } from '@nestjs/common';
import { Length, Matches } from 'class-validator';

/** Text that says something: 1 to so many characters, not all of them blank. */
export const Text = (most: number): PropertyDecorator => applyDecorators(Length(1, most), Matches(/[^\s\u200b-\u200f\ufeff]/u, { message: '$property must not be blank' }));
