// Every rule is listed, documented and tested, and every cause has exactly one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CauseKind } from '../../lineage';
import { english } from '../../model';
import { hazardRules, type HazardRule } from '..';

const FOLDER = join(__dirname, '..');
const textOf = ({ name }: HazardRule): string =>
  readFileSync(join(FOLDER, `${name}.ts`), 'utf8');

const TABLES = ['rules.spec.ts', 'hand-made.spec.ts']
  .map(file => readFileSync(join(__dirname, file), 'utf8'))
  .join('\n');

/** The compiler fails on a kind that is missing here. */
const KINDS: { readonly [kind in CauseKind]: true } = {
  'bound-below': true,
  'deleted-cell': true,
  'other-client': true,
  'definition-gone': true,
  undefined: true,
  edited: true,
  'older-version': true,
  repeated: true,
  unrun: true,
  'earlier-kernel': true,
  'out-of-order': true,
  'error-above': true,
  interrupted: true,
  renamed: true,
  'name-deleted': true,
  shadowed: true,
  'hidden-binding': true,
  unseeded: true,
  'hash-order': true,
  address: true,
  clock: true,
  network: true,
  'file-changed': true,
  'file-made': true,
  'file-left': true,
  'drawn-id': true,
  'environment-changed': true,
  directory: true,
  'absolute-path': true,
  nondeterministic: true
};

it('lists every file that holds a rule under its name', () => {
  const files = readdirSync(FOLDER).filter(
    file =>
      file.endsWith('.ts') &&
      readFileSync(join(FOLDER, file), 'utf8').includes(': HazardRule = {')
  );
  const names = hazardRules.map(({ name }) => `${name}.ts`);
  expect([...names].sort()).toEqual(files.sort());
});

it('gives every code once, without a gap and in order', () => {
  const codes = hazardRules.map(({ code }) => code);
  expect(codes).toEqual(
    codes.map((_, at) => `RT${String(at + 1).padStart(3, '0')}`)
  );
});

it.each(Object.keys(KINDS))('%s has exactly one rule', kind => {
  const rules = hazardRules.filter(({ causes }) =>
    causes.some(cause => cause === kind)
  );
  expect(rules).toHaveLength(1);
});

it.each(hazardRules.map(rule => [rule.name, rule] as const))(
  'documents and tests %s',
  (name, rule) => {
    expect(textOf(rule)).toMatch(
      /Finds [\s\S]+Why it hurts: [\s\S]+Example: [\s\S]+Cannot see: /
    );
    expect(TABLES).toContain(`'${name}': `);
    expect(rule.hint(english)).toMatch(/^[A-Z].*[a-z`)]\.$/);
  }
);
