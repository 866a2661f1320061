// Sessions that are drawn: legal, repeatable, and of the kind that was asked for.
import { drawKind, drawSchedule, type ScheduleKind } from '../truth/draw';
import type { DraftCell } from '../truth/notebooks';
import { seededRandom, sessionOf, type Act } from '../truth/schedules';
import { pythonSpelling, rSpelling } from '../truth/spelling';

const notebook: readonly DraftCell[] = Array.from({ length: 10 }, (_, i) => [
  `x${i} = ${i}`,
  `x${i} = ${i} + 1`
]);

const drawn = (kind: ScheduleKind, seed = 1): readonly Act[] =>
  drawSchedule(notebook, kind, seededRandom(seed));

const many = (kind: ScheduleKind): readonly Act[] =>
  Array.from({ length: 40 }, (_, seed) => drawn(kind, seed)).flat();

describe('a drawn session', () => {
  it('is the same for the same seed, and another one for another', () => {
    expect(drawn('mixture')).toEqual(drawn('mixture'));
    expect(drawn('mixture')).not.toEqual(drawn('mixture', 2));
  });

  it('in order runs each cell once, from top to bottom', () => {
    const { ran } = sessionOf(notebook, drawn('in-order'));
    expect(ran.map(one => one.map(({ id }) => id))).toEqual([
      notebook.map((_, index) => `c${index}`)
    ]);
  });

  it.each([
    ['re-run', 'run'],
    ['edit', 'edit'],
    ['silent-edit', 'edit'],
    ['rename', 'edit'],
    ['delete', 'delete'],
    ['move', 'move'],
    ['restart', 'restart']
  ] as const)('of the kind %s has acts of the kind %s', (kind, act) => {
    const kinds = new Set(many(kind).map(one => one.kind));
    expect(kinds).toContain(act);
    expect([...kinds].filter(one => one !== 'run')).toEqual(
      act === 'run' ? [] : [act]
    );
  });

  it('leaves cells out, and runs the next one first', () => {
    const runs = (kind: ScheduleKind): string[][] =>
      Array.from({ length: 40 }, (_, seed) =>
        drawn(kind, seed).flatMap(act => (act.kind === 'run' ? [act.id] : []))
      );
    expect(runs('skip').some(ids => !ids.includes('c3'))).toBe(true);
    expect(runs('swap').some(ids => ids.join().includes('c4,c3'))).toBe(true);
  });

  it.each([
    ['import os', pythonSpelling],
    ['library(methods)', rSpelling],
    ['area.rect <- function(s) s$w', rSpelling],
    ['setClass("P", representation(n = "numeric"))', rSpelling]
  ])('never leaves out what everything else needs: %s', (source, spelling) => {
    const basic: readonly DraftCell[] = notebook.map(() => [source]);
    for (let seed = 0; seed < 40; seed += 1) {
      const acts = drawSchedule(basic, 'skip', seededRandom(seed), spelling);
      const ids = acts.flatMap(act => (act.kind === 'run' ? [act.id] : []));
      expect(new Set(ids).size).toBe(basic.length);
    }
  });

  it('never touches a cell that is gone', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const acts = drawn('mixture', seed);
      const gone = new Set<string>();
      for (const act of acts) {
        expect(act.kind !== 'restart' && gone.has(act.id)).toBe(false);
        if (act.kind === 'delete') {
          gone.add(act.id);
        }
      }
      expect(() => sessionOf(notebook, acts)).not.toThrow();
    }
  });

  it('edits to another source than the present one', () => {
    const sources = new Map(notebook.map(([first], i) => [`c${i}`, first]));
    for (const act of drawn('edit', 5)) {
      if (act.kind === 'edit') {
        expect(act.source).not.toBe(sources.get(act.id));
        sources.set(act.id, act.source);
      }
    }
  });

  it('is a mixture about every second time', () => {
    const random = seededRandom(9);
    const kinds = Array.from({ length: 400 }, () => drawKind(random));
    const mixtures = kinds.filter(one => one === 'mixture').length;
    expect(mixtures).toBeGreaterThan(150);
    expect(mixtures).toBeLessThan(250);
    expect(new Set(kinds).size).toBe(11);
  });
});
