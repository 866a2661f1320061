// `import` and `from … import`.

import type { Import } from '../cell-analysis';

import type { Syntax } from './syntax';
import { conventionalModule, functionRule, knowsModule } from './knowledge';
import { starExports } from './knowledge/exports';
import { lastItem } from './neighbours';
import { bind, giveUp, rangeOf, textOf, type Walk } from './walk';

/** Binds what is imported, and remembers which module a name stands for. */
export function visitImport(walk: Walk, node: Syntax): void {
  if (node.children[0]?.name === 'from') {
    visitFrom(walk, node);
  } else {
    visitPlain(walk, node);
  }
}

function visitPlain(walk: Walk, node: Syntax): void {
  for (const item of itemsOf(node.children.slice(1))) {
    const [first] = item.names;
    const local = item.alias ?? first;
    if (!first || !local) {
      continue;
    }
    const dotted = item.names.map(name => textOf(walk, name));
    const module = dotted[0] ?? '';
    const name = textOf(walk, local);
    const meant = item.alias ? dotted.join('.') : module;
    const range = rangeOf(node);
    walk.facts.imports.push(importOf({ module, name, dotted: meant, range }));
    bind(walk, { name, kind: 'import', range: rangeOf(local) });
    walk.modules.set(name, meant);
  }
}

function visitFrom(walk: Walk, node: Syntax): void {
  const split = node.children.findIndex(child => child.name === 'import');
  const source = node.children.slice(1, split);
  const path = source.map(part => textOf(walk, part)).join('');
  const module = path.startsWith('.') ? '.' : (path.split('.')[0] ?? '');
  const range = rangeOf(node);
  const imported = node.children.slice(split + 1);
  if (imported.some(child => child.name === '*')) {
    walk.facts.imports.push(
      starOf({ module, name: null, dotted: path, range })
    );
    for (const name of starExports(path) ?? []) {
      walk.modules.set(name, `${path}.${name}`);
    }
    walk.facts.bindsUnknown = true;
    const reason = `Which names “${path}” exports is not known.`;
    giveUp(walk, node, reason, 'bindings');
    return;
  }
  for (const item of itemsOf(imported)) {
    const [first] = item.names;
    const local = item.alias ?? first;
    if (first && local) {
      const name = textOf(walk, local);
      const dotted = `${path}.${textOf(walk, first)}`;
      walk.facts.imports.push(importOf({ module, name, dotted, range }));
      bind(walk, { name, kind: 'from-import', range: rangeOf(local) });
      walk.modules.set(name, dotted);
      walk.hasLazyAnnotations ||=
        path === '__future__' && textOf(walk, first) === 'annotations';
    }
  }
}

/** The import, with what cells do not know that use the name without importing it. */
function importOf(one: Import & { readonly name: string }): Import {
  const usual = conventionalModule(one.name);
  const isTelling = usual !== undefined || knowsModule(one.dotted);
  return isTelling && usual !== one.dotted ? { ...one, isUnusual: true } : one;
}

/** The same of a star, where some name that it brings in does more than to give a value. */
function starOf(one: Import): Import {
  const isTelling = starExports(one.dotted)?.some(name => {
    const dotted = `${one.dotted}.${name}`;
    return functionRule(dotted) && conventionalModule(name) !== dotted;
  });
  return isTelling ? { ...one, isUnusual: true } : one;
}

type Item = { readonly names: Syntax[]; alias?: Syntax };

/** `a.b as c, d` as items. */
function itemsOf(nodes: readonly Syntax[]): readonly Item[] {
  const items: Item[] = [{ names: [] }];
  let isAlias = false;
  for (const node of nodes) {
    const item = lastItem(items);
    if (node.name === ',') {
      items.push({ names: [] });
      isAlias = false;
    } else if (node.name === 'as') {
      isAlias = true;
    } else if (node.name === 'VariableName' && item) {
      if (isAlias) {
        item.alias = node;
      } else {
        item.names.push(node);
      }
    }
  }
  return items;
}
