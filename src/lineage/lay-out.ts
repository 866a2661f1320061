// Lays the values that a step leaves out in parts, by how its source puts them together.
import type { Made, Making } from '../analysis';
import { isStream } from './ambient-names';
import { areApart, changeLayout } from './change-layout';
import { isOption } from './displays';
import { besideOf, frameOf, gridOf } from './frame-layouts';
import type { Knowledge } from './knowledge';
import type { Joiner } from './joiner';
import { aspectOf, entryOf, type Aspect, type Layout } from './layout';
import { aspectSeen } from './see-layout';
import { seeVersion } from './see-version';
import {
  chancesIn,
  chancesOf,
  type Chance,
  type Step,
  type Version
} from './version';

/** One value that a step left. */
export type LeftValue = {
  readonly knowledge: Knowledge;
  readonly step: Step;
  readonly version: Version;
  /** True where the step met chances of which nobody tells where they are. */
  readonly hasUntold: boolean;
};

/** The parts of a value. */
export function layOut(left: LeftValue, making: Making): Layout {
  return new LayingOut(left).layout(making);
}

class LayingOut {
  constructor(private readonly left: LeftValue) {
    this.joiner = left.knowledge.joiner;
    const { version, step } = left;
    const chances = chancesIn(version);
    this.all = aspectOf(version.key, chances);
    const isOwn = (one: Chance): boolean => one.step === step;
    this.own =
      chances.length === 0
        ? this.all
        : aspectOf(version.key, chances.filter(isOwn));
  }

  layout(making: Making): Layout {
    let layout = this.known.get(making);
    if (!layout) {
      layout = this.layoutOf(making);
      this.known.set(making, layout);
    }
    return layout;
  }

  private layoutOf(making: Making): Layout {
    const { joiner } = this;
    switch (making.kind) {
      case 'open':
        return joiner.other(this.all);
      case 'imported':
        return joiner.other(joiner.ofText(making.text));
      case 'found':
        return this.found(making.name);
      case 'made':
        return this.made(making);
      case 'seen': {
        const layout = this.layout(making.of);
        return joiner.other(
          aspectSeen(
            joiner,
            layout,
            making.parts,
            ({ value }) => value.sizing
          ) ?? layout.whole
        );
      }
      case 'dict': {
        const columns = making.entries.map(({ label, value }) =>
          entryOf(label, () => this.layout(value))
        );
        const labels = columns.map(({ label }) => label);
        return areApart(labels)
          ? joiner.table({ kind: 'dict', rows: null, columns })
          : joiner.other(joiner.join(...columns.map(one => one.value)));
      }
      case 'list': {
        const inner = making.items.map((item, at) =>
          entryOf(`[${at}]`, () => this.layout(item))
        );
        const text = joiner.ofText(`${inner.length} items`);
        const whole = joiner.join(text, ...inner.map(one => one.value));
        const form = joiner.join(text, ...inner.map(one => one.types));
        const other = joiner.other(whole, form);
        const columns = inner;
        return { ...other, kind: 'list', rows: text, columns, rest: null };
      }
      case 'series': {
        const value = this.layout(making.value);
        const given = making.rows && this.asRows(making.rows);
        const rows = given ? joiner.join(given, value.rows) : value.rows;
        const { whole, form } = value;
        const { label } = making;
        return joiner.series({ values: whole, form, rows, label });
      }
      case 'frame':
        return this.frame(making);
      case 'beside':
        return besideOf(
          joiner,
          making.tables.map(one => this.layout(one))
        );
      default: {
        const table = this.layout(making.table);
        const given = (): Layout =>
          making.kind === 'with'
            ? this.layout(making.entry.value)
            : making.kind === 'relabelled'
              ? this.layout(making.labels.value)
              : making.kind === 'reindexed'
                ? this.layout(making.rows)
                : table;
        return changeLayout(joiner, making, { table, given });
      }
    }
  }

  /** What a name stood for when the step began. */
  private found(name: string): Layout {
    const { step, knowledge } = this.left;
    const version = step.reads.find(one => one.name === name)?.version;
    if (!version || version.carried.length > 0) {
      return this.joiner.other(this.all);
    }
    const layout = version.layout?.told();
    if (layout) {
      return layout;
    }
    const seenAt = (path: string | null): Aspect => {
      const sight = { id: name, name, path, ignores: [] };
      const read = seeVersion({ knowledge, policy: 'precise' }, sight, version);
      return aspectOf(read.key, chancesOf(read));
    };
    const type = knowledge.typeOf(name, version) ?? '';
    const whole = seenAt(null);
    const isFrame = /^pandas\..*\bDataFrame$/.test(type);
    return {
      ...this.joiner.other(whole),
      kind: isFrame ? 'frame' : 'other',
      mayBeEmpty: isFrame,
      rest: label => {
        const value = label === '' ? whole : seenAt(label);
        return { label, value, types: value, rows: whole };
      }
    };
  }

  /** What is given as rows: how many there are hangs on its form alone. */
  private asRows(making: Making): Aspect {
    const { whole, form } = this.layout(making);
    return { ...whole, sizing: form.sizing };
  }

  private made(making: Made): Layout {
    const { joiner, left } = this;
    const parts = making.of.map(one => this.layout(one).whole);
    const around = making.calls
      ? left.step.reads
          .filter(({ name }) => name[0] === '@' && !isOption(name))
          .filter(({ name }) => making.isByChance || !isStream(name))
          .map(read => aspectOf(read.key, chancesOf(read)))
      : [];
    const isDrawn = making.isByChance || (making.calls && left.hasUntold);
    const own = isDrawn ? [this.own] : [];
    const text = joiner.ofText(making.text);
    const whole = joiner.join(text, ...parts, ...around, ...own);
    const { form } = making;
    const told =
      form &&
      joiner.join(
        form.text === undefined ? text : joiner.ofText(form.text),
        ...form.like.map(one => this.layout(one).form),
        ...form.sizes.map(one => this.layout(one).whole)
      );
    const layout = joiner.other(whole, told ?? undefined);
    return making.isFrame ? { ...layout, kind: 'frame' } : layout;
  }

  private frame({
    value,
    rows,
    labels
  }: Extract<Making, { kind: 'frame' }>): Layout {
    const { joiner } = this;
    const given = rows && this.asRows(rows);
    const list = labels?.list ?? null;
    if (!value) {
      const nothing = joiner.ofText('no rows');
      const none = given ?? nothing;
      const columns = (list ?? []).map(label => ({
        label,
        value: none,
        types: none,
        rows: none
      }));
      const isTold = !labels || (list !== null && areApart(list));
      return isTold
        ? joiner.table({
            kind: 'frame',
            rows: none,
            columns,
            mayBeEmpty: !given
          })
        : joiner.other(joiner.join(none, this.layout(labels.value).whole));
    }
    const data = this.layout(value);
    const named = labels && this.layout(labels.value).whole;
    const extra = [given, named].flatMap(one => one ?? []);
    if (data.kind === 'frame' || data.kind === 'series') {
      return extra.length === 0 && data.kind === 'frame'
        ? data
        : joiner.other(joiner.join(data.whole, ...extra));
    }
    if (data.kind === 'dict') {
      return labels
        ? joiner.other(joiner.join(data.whole, ...extra))
        : frameOf(joiner, data.columns, given);
    }
    return gridOf(joiner, data, {
      rows: given ?? data.form,
      labels: named ?? data.form,
      list
    });
  }

  private readonly joiner: Joiner;
  /** All that the value hangs on. */
  private readonly all: Aspect;
  /** The same, but of chances those alone that the step met itself. */
  private readonly own: Aspect;
  private readonly known = new Map<Making, Layout>();
}
