// Each rule speaks, keeps silent and admits that it cannot tell, on notebooks as they ran.
import { analysePython } from '../../analysis';
import { hazardRules } from '..';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { ruleTester, type RuleCases } from '../../testing/rule-tester';

const analyse = analysePython;

const chain = (): RunBuilder =>
  aNotebook().cell('a', 'x = 1').cell('b', 'y = x + 1').cell('c', 'print(y)');

const two = (first: string, second: string): RunBuilder =>
  aNotebook().cell('a', first).cell('b', second);

/** A cell that could not be read stands in between: `b` depends on it, and did not run in order. */
const opaque = (): RunBuilder =>
  aNotebook().cell('o', '%run m.py').cell('b', 'print(x)').runs('b', 'o', 'b');

const inOrder = { what: 'a notebook run in order', notebook: chain().runAll() };

const notRead = {
  what: 'code that nothing reads ran out of order',
  notebook: opaque(),
  at: 'b'
};

const cases: { readonly [name: string]: RuleCases } = {
  'bound-below': {
    analyse,
    invalid: [
      {
        what: 'a name bound below',
        notebook: two('print(x)', 'x = 1').runs('b', 'a'),
        at: ['a'],
        severity: 'fails',
        message:
          'Uses “x”, which is set only further down, in cell b; a fresh run has no “x” yet.',
        remedy: null
      },
      {
        what: 'a value changed below',
        notebook: aNotebook()
          .cell('a', 'x = [1]')
          .cell('b', 'print(x)')
          .cell('c', 'x[0] = 2')
          .runs('a', 'c', 'b'),
        at: ['b'],
        severity: 'differs',
        message:
          'Uses “x” as cell c further down left it; a fresh run gets to that cell only later.',
        remedy: 'restart-and-run-to'
      }
    ],
    valid: [
      inOrder,
      {
        what: 'a cell below that binds the name again',
        notebook: aNotebook()
          .cell('a', 'x = 1')
          .cell('b', 'print(x)')
          .cell('c', 'x = 2')
          .runAll()
      }
    ],
    unknown: [notRead]
  },
  'deleted-definition': {
    analyse,
    invalid: [
      {
        what: 'a cell that is gone',
        notebook: chain().runAll().delete('a'),
        at: ['b', 'c'],
        severity: 'fails',
        message:
          'Uses “x” from a cell that was deleted; a fresh run has no “x”.',
        remedy: 'restore-cell'
      },
      {
        what: 'a former value beside the one of a cell that is gone',
        notebook: aNotebook()
          .cell('a', 'x = 1')
          .cell('g', 'x = 2')
          .cell('b', 'print(x)')
          .runAll()
          .delete('g'),
        at: ['b'],
        severity: 'differs',
        message:
          'Uses “x” from a cell that was deleted; a fresh run has another “x”.',
        remedy: 'restore-cell'
      }
    ],
    valid: [
      inOrder,
      {
        what: 'a cell that is gone and mattered to nobody',
        notebook: chain().cell('g', 'z = 1', 0).runAll().delete('g')
      }
    ],
    unknown: [notRead]
  },
  'outside-code': {
    analyse,
    invalid: [
      {
        what: 'a name from a console',
        notebook: aNotebook().cell('b', 'print(x)').console('x = 1').run('b'),
        at: ['b'],
        severity: 'fails',
        message:
          'Uses “x”, which was set outside the notebook, for example in a console; a fresh run has no “x”.',
        remedy: null
      },
      {
        what: 'a value set anew from a console',
        notebook: two('x = 1', 'print(x)').run('a').console('x = 2').run('b'),
        at: ['b'],
        severity: 'differs',
        message:
          'Uses “x” as code outside the notebook left it; a fresh run has another “x”.',
        remedy: null
      }
    ],
    valid: [
      inOrder,
      {
        what: 'a look from a console',
        notebook: two('x = 1', 'print(x)').run('a').console('x').run('b')
      }
    ],
    unknown: [notRead]
  },
  'definition-gone': {
    analyse,
    invalid: [
      {
        what: 'a name that its cell binds no more',
        notebook: chain().runAll().run('a', 'print(1)'),
        at: ['b', 'c'],
        severity: 'fails',
        message:
          'Uses “x” as cell a left it before an edit; a fresh run does not have it so.',
        remedy: null
      }
    ],
    valid: [
      inOrder,
      {
        what: 'a name that its cell still binds',
        notebook: chain().runAll().run('a', 'x = 1; z = 1').runs('b', 'c')
      }
    ],
    unknown: [notRead]
  },
  'undefined-name': {
    analyse,
    invalid: [
      {
        what: 'an edit that uses a name of nobody',
        notebook: chain().runAll().edit('c', 'print(nobody)'),
        at: ['c'],
        severity: 'fails',
        message:
          'Uses “nobody”, which no cell above sets; a fresh run has no “nobody”.',
        remedy: null
      }
    ],
    valid: [
      inOrder,
      {
        what: 'a builtin',
        notebook: two('print(len([]))', 'max(1, 2)').runAll()
      },
      {
        what: 'a name whose absence is caught',
        notebook: two(
          'try:\n    z\nexcept NameError:\n    pass',
          'print(1)'
        ).runs('b', 'a')
      }
    ],
    unknown: [notRead]
  },
  'edited-cell': {
    analyse,
    invalid: [
      {
        what: 'an edit without a run',
        notebook: chain().runAll().edit('a', 'x = 2'),
        at: ['a', 'b', 'c'],
        severity: 'differs',
        message:
          'Was edited after it ran; a fresh run takes the present source.',
        remedy: 'run-cells'
      },
      {
        what: 'an edit further up',
        notebook: chain().runAll().edit('a', 'x = 2').shows('a', null, false),
        at: ['b', 'c'],
        severity: 'differs',
        message:
          'Depends on cell a, which was edited after it ran; a fresh run takes the present source.',
        remedy: 'run-cells'
      }
    ],
    valid: [
      inOrder,
      {
        what: 'a comment and blanks',
        notebook: chain().runAll().edit('a', 'x  =  1  # one')
      }
    ],
    unknown: [notRead]
  },
  'stale-input': {
    analyse,
    invalid: [
      {
        what: 'a value that was made anew',
        notebook: chain().runAll().run('a', 'x = 2'),
        at: ['b', 'c'],
        severity: 'differs',
        message:
          'Ran before “x” changed, so a fresh run may show something else.',
        remedy: 'run-cells'
      }
    ],
    valid: [
      inOrder,
      { what: 'the same again', notebook: chain().runAll().runs('a', 'a') }
    ],
    unknown: [notRead]
  },
  'repeated-update': {
    analyse,
    invalid: [
      {
        what: 'an addition twice',
        notebook: two('x = 1', 'x += 1')
          .cell('c', 'x')
          .runs('a', 'b', 'b', 'c'),
        at: ['b', 'c'],
        severity: 'differs',
        message:
          'cell b changed “x” more than once; a fresh run changes it once.',
        remedy: 'restart-and-run-to'
      }
    ],
    valid: [
      inOrder,
      {
        what: 'an assignment twice',
        notebook: two('d = {}', 'd["r"] = 1').runs('a', 'b', 'b')
      },
      {
        what: 'a change that the kernel saw to change nothing',
        notebook: two('x = [1]', 'x = sorted(x)')
          .run('a', null, { report: { bound: ['x'], values: { x: 'f1' } } })
          .run('b', null, { report: { rebound: ['x'], values: { x: 'f1' } } })
          .run('b', null, { report: { rebound: ['x'], values: { x: 'f1' } } })
      }
    ],
    unknown: [notRead]
  },
  'unrun-cell': {
    analyse,
    invalid: [
      {
        what: 'a cell in between that never ran',
        notebook: chain().cell('n', 'x = 5', 1).runs('a', 'b', 'c'),
        at: ['b', 'c'],
        severity: 'differs',
        message: 'cell n sets “x” and never ran; a fresh run runs it first.',
        remedy: 'run-cells'
      }
    ],
    valid: [
      inOrder,
      {
        what: 'a cell that never ran and matters to nobody',
        notebook: chain().cell('n', 'z = 5', 1).runs('a', 'b', 'c')
      }
    ],
    unknown: [notRead]
  },
  'earlier-kernel': {
    analyse,
    invalid: [
      {
        what: 'a cell that ran before a restart only',
        notebook: aNotebook()
          .cell('a', 'x = 1')
          .cell('n', 'x = 2')
          .cell('b', 'print(x)')
          .runs('a', 'n')
          .restart()
          .runs('a', 'b'),
        at: ['b'],
        severity: 'differs',
        message: 'Depends on cell n, which ran in a kernel that is gone.',
        remedy: 'restart-and-run-to'
      }
    ],
    valid: [
      inOrder,
      {
        what: 'a restart after a run in order',
        notebook: chain().runAll().restart()
      }
    ],
    unknown: [notRead]
  },
  'out-of-order': {
    analyse,
    invalid: [
      {
        what: 'a value set again from above',
        notebook: aNotebook()
          .cell('a', 'x = 1')
          .cell('b', 'x = 2')
          .cell('c', 'print(x)')
          .runs('a', 'b', 'a', 'c'),
        at: ['c'],
        severity: 'differs',
        message:
          'Uses “x” as cell a left it; in a fresh run another cell sets it last.',
        remedy: 'restart-and-run-to'
      }
    ],
    valid: [
      inOrder,
      {
        what: 'cells in another order that do not meet',
        notebook: two('x = 1', 'y = 2').runs('b', 'a')
      }
    ],
    unknown: [notRead]
  },
  'error-above': {
    analyse,
    invalid: [
      {
        what: 'an error that comes again',
        notebook: two('1 / 0', 'print(1)').fails('a').run('b'),
        at: ['b'],
        severity: 'risk',
        message: 'A fresh run stops at cell a, which ends in an error.',
        remedy: null
      }
    ],
    valid: [
      inOrder,
      {
        what: 'an error that was mended',
        notebook: two('1 / 0', 'print(1)').fails('a').run('b').run('a', '1 / 1')
      },
      {
        what: 'an error that the cell may raise',
        notebook: two('1 / 0', 'print(1)').mayRaise('a').fails('a').run('b')
      },
      {
        what: 'an error after which the same code went well',
        notebook: two('load()', 'print(1)').fails('a').run('b').run('a')
      }
    ],
    unknown: [notRead]
  },
  'interrupted-run': {
    analyse,
    invalid: [
      {
        what: 'a loop that was interrupted',
        notebook: two('n = 0\nwhile n < 9:\n    n += 1', 'print(n)')
          .run('a', null, { status: 'interrupted' })
          .run('b'),
        at: ['a', 'b'],
        severity: 'differs',
        message: 'Was interrupted; a fresh run goes on to its end.',
        remedy: 'run-cells'
      }
    ],
    valid: [
      inOrder,
      {
        what: 'a loop that was interrupted and ran again',
        notebook: two('n = 1', 'print(n)')
          .run('a', null, { status: 'interrupted' })
          .runs('a', 'b')
      }
    ],
    unknown: [notRead]
  }
};

for (const rule of hazardRules) {
  const own = cases[rule.name];
  if (own) {
    ruleTester(rule, own);
  }
}
