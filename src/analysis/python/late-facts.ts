// What a cell tells beside its names, worked out at the first question: much of it takes a walk of its own over the tree.

import type { CellAnalysis } from '../cell-analysis';
import type { Definition, Gentleness } from '../definition';
import { MADE_OF_IT } from '../made-of-it';
import type { Making } from '../making';
import type { ValueFacts } from '../value-facts';

import { deedsOf } from './deeds';
import { emptyFacts, type Facts } from './facts';
import { formOf, spellerOf } from './form';
import { gentlenessOf, gentlenessOfDefinition } from './gentle';
import { givenTextsOf } from './given-files';
import { orElseOf } from './or-else';
import { givenOrdersOf } from './given-orders';
import { handlingOf } from './handling';
import type { Ground } from './ground';
import { holdingsOf } from './holdings';
import { keepingOf } from './keeping';
import { withLate } from './late';
import { literalsOf } from './literals';
import { needsOf } from './needs';
import { valueFactsOf } from './one-shot';
import { makingsOf, outlinesOf, type Outline } from './makings';
import { originsOf, plainStatements, type Found } from './origins';
import { outwardOf } from './outward';
import { presencesOf } from './presences';
import { risksOf } from './risks';
import { sameValuesOf } from './same-values';
import { showingOf } from './showings';
import { endsOf, readyAtOf } from './statement-ends';
import { tableActsOf } from './tables';
import { tidies } from './tidying';
import { viewsOf } from './views';

/** What was found in a cell at once. */
export type Early = Omit<
  CellAnalysis,
  | 'form'
  | 'origins'
  | 'makings'
  | 'literals'
  | 'needs'
  | 'readyAt'
  | 'ends'
  | 'values'
  | 'looks'
  | 'tidies'
  | 'showing'
  | 'handling'
  | 'keeping'
  | 'gentleness'
  | 'givenOrders'
  | 'givenTexts'
  | 'orElse'
  | 'risks'
  | 'outward'
  | 'presences'
  | 'tables'
  | 'deeds'
>;

type Late = {
  readonly [Key in Exclude<keyof CellAnalysis, keyof Early>]-?: (
    behind: Behind,
    early: Early
  ) => Exclude<CellAnalysis[Key], undefined>;
};

/** What goes by how a cell spells its names, and by its statements. */
type Spelt = Pick<Required<CellAnalysis>, 'form' | 'origins'> & {
  readonly outlines: readonly Outline[] | null;
};

/** What stands behind the late facts of a cell. */
class Behind {
  constructor(
    readonly ground: Ground,
    private found: Found
  ) {}

  /** Tells form, origins and outlines; after them nobody needs what the walk found. */
  spelt(early: Early): Spelt {
    this.told ??= this.ground.soon(({ prepared, root }) => {
      const speller = spellerOf(prepared, root);
      const { found } = this;
      const statements = plainStatements(prepared, root, found, early);
      return {
        form: formOf(prepared, speller),
        origins: originsOf(prepared, statements, found, early, speller),
        outlines: statements && outlinesOf(statements)
      };
    });
    this.found = NOTHING;
    return this.told;
  }

  private told: Spelt | null = null;
}

const NOTHING: Found = emptyFacts(() => false);

const LATE: Late = {
  form: (behind, early) => behind.spelt(early).form,
  origins: (behind, early) => behind.spelt(early).origins,
  makings: (behind, early) => {
    const { outlines } = behind.spelt(early);
    return behind.ground.later(({ prepared, root }) =>
      outlines
        ? makingsOf(prepared.text, root, outlines, early.effects)
        : new Map<string, Making>()
    );
  },
  values: ({ ground }) =>
    ground.soon(({ prepared, root }) =>
      lateValues(
        {
          same: sameValuesOf(root, prepared.text),
          ...valueFactsOf(root, prepared.text)
        },
        ground
      )
    ),
  looks: ({ ground }, { references, updates }) =>
    ground.later(({ prepared, root }) =>
      viewsOf(
        prepared.text,
        root,
        [...references, ...updates].map(({ range }) => range)
      )
    ),
  tidies: ({ ground }, early) =>
    ground.later(({ prepared, root }) => tidies(prepared.text, root, early)),
  showing: ({ ground }) =>
    ground.soon(({ prepared, root }) => showingOf(prepared.text, root)),
  handling: ({ ground }) =>
    ground.later(({ prepared, root }) => handlingOf(prepared.text, root)),
  keeping: ({ ground }) =>
    ground.later(({ prepared, root }) => keepingOf(prepared.text, root)),
  literals: ({ ground }, { bindings }) =>
    ground.later(({ root }) => literalsOf(root, bindings)),
  needs: ({ ground }) =>
    ground.later(({ prepared, root }) => needsOf(root, prepared)),
  readyAt: ({ ground }, { bindings }) =>
    ground.later(({ root }) => readyAtOf(root, bindings)),
  ends: ({ ground }) =>
    ground.later(({ prepared, root }) => endsOf(prepared, root)),
  outward: ({ ground }) =>
    ground.later(({ prepared, root }) => outwardOf(prepared, root)),
  presences: ({ ground }, { constants = new Map() }) =>
    ground.later(({ prepared, root }) =>
      presencesOf(prepared.text, root, constants)
    ),
  tables: ({ ground }, { constants = new Map() }) =>
    ground.later(({ prepared, root }) =>
      tableActsOf(prepared.text, root, constants)
    ),
  deeds: ({ ground }) =>
    ground.later(({ prepared, root }) => deedsOf(prepared.text, root)),
  givenOrders: ({ ground }) =>
    ground.later(({ prepared, root }) => givenOrdersOf(prepared.text, root)),
  givenTexts: ({ ground }, { constants = new Map() }) =>
    ground.later(({ prepared, root }) =>
      givenTextsOf(prepared.text, root, constants)
    ),
  orElse: ({ ground }) =>
    ground.later(({ prepared, root }) => orElseOf(prepared.text, root)),
  risks: ({ ground }) =>
    ground.later(({ prepared, root }) => risksOf(prepared.text, root)),
  gentleness: ({ ground }, { updates }) =>
    updates.some(one => one.certainty === 'possible')
      ? ground.later(({ prepared, root }) => gentlenessOf(root, prepared.text))
      : null
};

const lateAnalysis = withLate<Early, Behind, Late>(LATE);

const lateValues = withLate<
  Omit<ValueFacts, 'holdings'>,
  Ground,
  { readonly holdings: (ground: Ground) => ValueFacts['holdings'] }
>({
  holdings: ground =>
    ground.later(({ prepared, root }) => holdingsOf(root, prepared.text))
});

const lateDefinition = withLate<
  Definition,
  Ground,
  {
    readonly gentleness: (
      ground: Ground,
      early: Definition
    ) => Gentleness | null;
  }
>({
  gentleness: (ground, { name }) =>
    ground.later(({ prepared, root }) =>
      gentlenessOfDefinition(name, root, prepared.text)
    )
});

/** A definition, with what it tells late. */
export function withGentleness(
  definition: Definition,
  ground: Ground
): Definition {
  return lateDefinition(definition, ground);
}

/** The whole analysis, of which a part is worked out when it is read. */
export function withLateFacts(
  early: Early,
  ground: Ground,
  {
    bindings,
    bindsUnknown,
    deleted,
    effects,
    runsTexts,
    steps,
    unanalysed
  }: Facts
): CellAnalysis {
  const found = {
    bindings,
    bindsUnknown,
    deleted,
    effects,
    runsTexts,
    steps,
    unanalysed
  };
  Object.defineProperty(early, MADE_OF_IT, {
    value: undefined,
    writable: true
  });
  return lateAnalysis(early, new Behind(ground, found));
}
