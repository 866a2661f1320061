import type { FormRule } from './text-rule';

const NOTE =
  /^The slowest run took [\d.]{1,20} times longer than the fastest\.[^\n]{0,200}\n/gm;

/** A remark of `%timeit` that comes up now and then. */
export const timeitNote: FormRule = {
  id: 'timeit-note',
  label: 'a remark of %timeit about its slowest run',
  blind: 'It cannot see that the remark was what counted.',
  kind: 'form',
  normalise: text =>
    text.includes('The slowest run took ') ? text.replace(NOTE, '') : text
};
