// The pages about hazards, made from the files of the rules: a page for each, an index, and the texts that the extension ships.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

/** Where the pages go, and the module with their texts. */
const DOCS = 'docs/hazards';
const SHIPPED = 'src/plugins/panel/hazard-pages.ts';

/** Every generated file, by its path below `root`. */
export async function hazardPages(root) {
  const rules = readRules(join(root, 'src', 'hazards'));
  const files = new Map([
    [`${DOCS}/index.md`, indexOf(rules)],
    ...rules.map(rule => [`${DOCS}/${fileOf(rule)}`, pageOf(rule)]),
    [SHIPPED, shippedOf(rules)]
  ]);
  const options = await resolveConfig(join(root, 'README.md'));
  for (const [path, text] of files) {
    files.set(path, await format(text, { ...options, filepath: path }));
  }
  return files;
}

/** What the rule files say, in the order of their codes. */
function readRules(folder) {
  return readdirSync(folder)
    .filter(name => name.endsWith('.ts'))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .filter(text => text.includes(': HazardRule = {'))
    .map(readRule)
    .sort((one, other) => one.code.localeCompare(other.code));
}

function readRule(text) {
  const comment = /\/\*\*([\s\S]*?)\*\/\nexport const/.exec(text)?.[1] ?? '';
  const prose = comment.replace(/^ ?\* ?/gm, '').trim();
  const parts =
    /^Finds ([\s\S]+?)\nWhy it hurts: ([\s\S]+?)\nExample: ([\s\S]+?)\nCannot see: ([\s\S]+)$/.exec(
      prose
    );
  const code = /code: '(RT\d{3})'/.exec(text)?.[1];
  const name = /name: '([a-z-]+)'/.exec(text)?.[1];
  const hint = /hint: [\s\S]*?__\(\s*(['"])([\s\S]+?)\1\s*\)/.exec(text)?.[2];
  if (!parts || !code || !name || !hint) {
    throw new Error(`A rule's comment has not the usual parts: ${name}`);
  }
  const [finds, hurts, example, blind] = parts
    .slice(1)
    .map(part => joined(part));
  return { code, name, finds, hurts, example, blind, hint };
}

const joined = part => part.trim().replace(/\s*\n\s*/g, ' ');

const capital = text => text[0].toUpperCase() + text.slice(1);

const fileOf = ({ code, name }) => `${code}-${name}.md`;

/** The page without its title, for a dialog that has one. */
function bodyOf({ finds, hurts, example, hint, blind }) {
  return [
    `Finds ${finds}`,
    `**Why it hurts.** ${capital(hurts)}`,
    `**Example.** ${capital(example)}`,
    `**What helps.** ${hint}`,
    `**What it cannot see.** ${capital(blind)}`
  ].join('\n\n');
}

function pageOf(rule) {
  return `# ${rule.code} ${rule.name}\n\n${bodyOf(rule)}\n\n[All hazards](index.md)\n`;
}

function indexOf(rules) {
  const rows = rules.map(
    rule =>
      `| [${rule.code}](${fileOf(rule)}) | ${rule.name} | ${capital(rule.finds)} |`
  );
  return [
    '# Hazards',
    '',
    'Reasons why an output would not come out again when the kernel is restarted and all cells are run.',
    'These pages are made from `src/hazards` by `npm run docs:hazards`.',
    '',
    '| code | name | finds |',
    '| --- | --- | --- |',
    ...rows,
    ''
  ].join('\n');
}

function shippedOf(rules) {
  const entries = rules.map(
    rule => `${JSON.stringify(rule.name)}: ${JSON.stringify(bodyOf(rule))}`
  );
  return [
    '// Made by `npm run docs:hazards` from the rules; do not edit.',
    '',
    "/** What the page of each rule says, in Markdown, by the rule's name. */",
    'export const hazardPages: { readonly [rule: string]: string } = {',
    entries.join(',\n'),
    '};',
    ''
  ].join('\n');
}
