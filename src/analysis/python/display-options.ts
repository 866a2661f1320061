// Which options of how values are shown a call or an assignment sets, and to what.

import { stringContent } from './access';
import type { Arguments } from './arguments';
import { SHOWN_EXPRESSIONS } from './knowledge/ipython';
import type { EffectRule, FunctionRule } from './knowledge/library';
import { warningsSetBy } from './shown-warnings';
import type { Syntax } from './syntax';
import { textOf, type Walk } from './walk';

/** What an option is set to by going back to where it was. */
const USUAL = 'usual';

/** Numbers, texts and words, names of libraries among them, and formats of one text. */
const CONSTANT =
  /^(?:[-+]?[\d.]+(?:e[-+]?\d+)?|True|False|None|(?:np|numpy|sys|math|pd|pandas)(?:\.\w+)+|(["'])[^"'\\]*\1(?:\.format)?)$/;
/** Of which parts of a library an option is named in two words, since it is none of how values are shown. */
const OTHERS = /^(?:mode|plotting|future|io|compute|styler)\./;

/** The effects of a call by its arguments; the rule's own where they do not tell which options it sets. */
export function settingsOf(
  walk: Walk,
  { sets }: Pick<FunctionRule, 'sets'>,
  effect: EffectRule,
  library: string,
  given: Arguments
): readonly EffectRule[] {
  const { positional, keywords, isOpen } = given;
  if (isOpen || sets === undefined) {
    return [effect];
  }
  if (sets === 'filter') {
    return [effect, ...warningsSetBy(walk, given)];
  }
  if (sets === 'whole') {
    const value = given.all.map(node => textOf(walk, node)).join(', ');
    return [{ ...effect, option: `${library}.printing`, value: `(${value})` }];
  }
  const found =
    sets === 'keywords'
      ? [
          ...positional
            .slice(0, 1)
            .map(node => setting('precision', textOf(walk, node))),
          ...[...keywords].map(([key, node]) =>
            setting(key, textOf(walk, node))
          )
        ]
      : byName(walk, positional, sets);
  return positional.length > 1 && sets === 'keywords'
    ? [effect]
    : found.map(one =>
        one ? { ...effect, ...one, option: `${library}.${one.option}` } : effect
      );
}

type Setting = Required<Pick<EffectRule, 'option'>> & Pick<EffectRule, 'value'>;

/** `set_option(name, value, name, value)`, and `reset_option(name)`. */
function byName(
  walk: Walk,
  nodes: readonly Syntax[],
  sets: 'pairs' | 'names'
): (Setting | null)[] {
  const step = sets === 'pairs' ? 2 : 1;
  return nodes
    .filter((_, index) => index % step === 0)
    .map((node, index) => {
      const name = stringContent(textOf(walk, node));
      const value = nodes[index * step + 1];
      if (name === null || !/^[\w.]+$/.test(name) || name === 'all') {
        return null;
      }
      return sets === 'names'
        ? { option: optionOf(name), value: USUAL }
        : setting(name, value ? textOf(walk, value) : '');
    });
}

/** What `%config InteractiveShell.ast_node_interactivity = "all"` sets; nothing where it is about something else. */
export function configuredSetting(
  text: string
): (Required<Pick<EffectRule, 'option'>> & Pick<EffectRule, 'value'>) | null {
  const [name = '', value = ''] = text.split('=', 2);
  return name.trim() === SHOWN_EXPRESSIONS ? shownExpressions(value) : null;
}

function shownExpressions(text: string): Setting {
  const { value } = setting('', text);
  return { option: 'ipython.shown', ...(value && { value }) };
}

/** `pd.options.display.max_rows = 9` as a setting; `dotted` begins with the library. */
export function assignedSetting(
  dotted: string,
  source: string,
  after: number
): Pick<EffectRule, 'option' | 'value'> {
  const path = /^(\w+)\.options\.(.+)$/.exec(dotted);
  const text = /^\s*=(?!=)\s*([^\n;#]+)/.exec(source.slice(after))?.[1] ?? '';
  if (dotted.endsWith(SHOWN_EXPRESSIONS)) {
    return shownExpressions(text);
  }
  if (!path) {
    return {};
  }
  const { option, value } = setting(path[2] ?? '', text);
  return { option: `${path[1]}.${option}`, ...(value && { value }) };
}

function setting(name: string, text: string): Setting {
  const value = text.trim();
  const option = optionOf(name);
  return CONSTANT.test(value)
    ? { option, value: value.replace(/^(["'])(.*)\1/, '"$2"') }
    : { option };
}

/** pandas takes any end of a name that is long enough. */
function optionOf(name: string): string {
  return OTHERS.test(name) ? name : name.replace(/^.*\./, '');
}
