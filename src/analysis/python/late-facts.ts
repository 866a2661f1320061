// What a cell tells beside its names, worked out at the first question: much of it takes a walk of its own over the tree.

import type { CellAnalysis } from '../cell-analysis';
import type { Definition, Gentleness } from '../definition';
import type { ValueFacts } from '../value-facts';

import type { Facts } from './facts';
import { formOf, spellerOf } from './form';
import { gentlenessOf, gentlenessOfDefinition } from './gentle';
import { handlingOf } from './handling';
import type { Ground } from './ground';
import { holdingsOf } from './holdings';
import { keepingOf } from './keeping';
import { withLate } from './late';
import { literalsOf } from './literals';
import { needsOf } from './needs';
import { valueFactsOf } from './one-shot';
import { originsOf } from './origins';
import { outwardOf } from './outward';
import { presencesOf } from './presences';
import { risksOf } from './risks';
import { sameValuesOf } from './same-values';
import { showingOf } from './showings';
import { readyAtOf } from './statement-ends';
import { tidies } from './tidying';
import { viewsOf } from './views';

/** What was found in a cell at once. */
export type Early = Omit<
  CellAnalysis,
  | 'form'
  | 'origins'
  | 'literals'
  | 'needs'
  | 'readyAt'
  | 'values'
  | 'looks'
  | 'tidies'
  | 'showing'
  | 'handling'
  | 'keeping'
  | 'gentleness'
  | 'risks'
  | 'outward'
  | 'presences'
>;

type Late = {
  readonly [Key in Exclude<keyof CellAnalysis, keyof Early>]-?: () => Exclude<
    CellAnalysis[Key],
    undefined
  >;
};

/** The whole analysis, of which a part is worked out when it is read. */
export function withLateFacts(
  early: Early,
  ground: Ground,
  facts: Facts
): CellAnalysis {
  return lateAnalysis(early, lateFacts(early, ground, facts));
}

function lateFacts(early: Early, ground: Ground, facts: Facts): Late {
  const { bindings, references, updates, effects, constants } = early;
  const mayChange = updates.some(one => one.certainty === 'possible');
  const spelt = speltFacts(ground, facts, early);
  const holdings = ground.later(({ prepared, root }) =>
    holdingsOf(root, prepared.text)
  );
  return {
    form: () => spelt().form,
    origins: () => spelt().origins,
    values: ground.soon(({ prepared, root }) =>
      lateValues(
        {
          ...valueFactsOf(root, prepared.text),
          same: sameValuesOf(root, prepared.text)
        },
        { holdings }
      )
    ),
    looks: ground.later(({ prepared, root }) =>
      viewsOf(
        prepared.text,
        root,
        [...references, ...updates].map(({ range }) => range)
      )
    ),
    tidies: ground.later(({ prepared, root }) =>
      tidies(prepared.text, root, { bindings, references, updates, effects })
    ),
    showing: ground.soon(({ prepared, root }) =>
      showingOf(prepared.text, root)
    ),
    handling: ground.later(({ prepared, root }) =>
      handlingOf(prepared.text, root)
    ),
    keeping: ground.later(({ prepared, root }) =>
      keepingOf(prepared.text, root)
    ),
    literals: ground.later(({ root }) => literalsOf(root, bindings)),
    needs: ground.later(({ prepared, root }) => needsOf(root, prepared)),
    readyAt: ground.later(({ root }) => readyAtOf(root, bindings)),
    outward: ground.later(({ prepared, root }) => outwardOf(prepared, root)),
    presences: ground.later(({ prepared, root }) =>
      presencesOf(prepared.text, root, constants ?? new Map())
    ),
    risks: ground.later(({ prepared, root }) => risksOf(prepared.text, root)),
    gentleness: mayChange
      ? ground.later(({ prepared, root }) => gentlenessOf(root, prepared.text))
      : () => null
  };
}

/** Both go by how the cell spells its names; apart from the others, which would else keep what the walk found. */
function speltFacts(
  ground: Ground,
  facts: Facts,
  early: Early
): () => Pick<Required<CellAnalysis>, 'form' | 'origins'> {
  return ground.soon(({ prepared, root }) => {
    const speller = spellerOf(prepared, root);
    return {
      form: formOf(prepared, speller),
      origins: originsOf(prepared, root, facts, early, speller)
    };
  });
}

const lateAnalysis = withLate<Early, Late>([
  'form',
  'origins',
  'literals',
  'needs',
  'readyAt',
  'values',
  'looks',
  'tidies',
  'showing',
  'handling',
  'keeping',
  'gentleness',
  'risks',
  'outward',
  'presences'
]);

const lateDefinition = withLate<
  Definition,
  { readonly gentleness: () => Gentleness | null }
>(['gentleness']);

const lateValues = withLate<
  Omit<ValueFacts, 'holdings'>,
  { readonly holdings: () => ValueFacts['holdings'] }
>(['holdings']);

/** A definition, with what it tells late. */
export function withGentleness(
  definition: Definition,
  ground: Ground
): Definition {
  const { name } = definition;
  return lateDefinition(definition, {
    gentleness: ground.later(({ prepared, root }) =>
      gentlenessOfDefinition(name, root, prepared.text)
    )
  });
}
