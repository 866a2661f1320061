// Goes through the tree of a cell for the places where the orders of sets are met.

import { itemBefore } from '../neighbours';
import { once } from '../once';
import { childNamed, type Syntax } from '../syntax';
import { Kinds } from './kinds';
import { calledAs, enteredBy, MARGIN, type Frame } from './frame';
import { Growth } from './growth';
import { goingThrough, starredIn } from './going-through';
import { bindAssigned, bindTurn } from './bindings';
import { Contents } from './contents';
import { comparesHashes, HASH } from './hashes';
import { clauseOf, headOf } from './heads';
import { givesOnly, isResult } from './functions';
import type { LocalValues } from './local-values';
import { Meetings } from './meetings';
import { noteLoops } from './note-loops';
import { bindParameters, outermost, type Kind, type Names } from './names';
import { Notes } from './notes';
import { mayBeOwn, OwnCalls } from './own-calls';
import { Results } from './results';
import { witnessOf, witnessShown } from './witness';
import { isEither, writtenIn } from './written-out';
import { assignmentOf, callOf, DEEPEST } from '../syntax-words';
import { statementsOf, textOf } from '../syntax-words';

/** One search through one cell. */
export class Search {
  constructor(
    readonly source: string,
    root: Syntax,
    private readonly locals: LocalValues
  ) {
    this.kinds = new Kinds(source);
    this.contents = new Contents(source, this.kinds);
    this.notes = new Notes(source, root);
    this.meetings = new Meetings(this.kinds, this.contents, this.notes);
    this.growth = new Growth(source);
    this.calls = new OwnCalls(source, this.kinds);
  }

  /** The last expression is what the cell gives, which the kernel knows as `_`; what attributes hold is known at the end. */
  visitCell(root: Syntax, names: Names): void {
    const witness = witnessShown(this.source, root);
    statementsOf(root).forEach(one =>
      this.notes.during(one === witness ? '_' : null, () =>
        this.visit(one, names, false)
      )
    );
    this.results.settle(names);
  }

  /** `isOrderless`: whoever gets the value does not look at the order. */
  visit(node: Syntax, names: Names, isOrderless: boolean): void {
    if (this.depth < DEEPEST) {
      this.depth += 1;
      this.look(node, names, isOrderless);
      this.depth -= 1;
    }
  }

  private look(node: Syntax, names: Names, isOrderless: boolean): void {
    switch (node.name) {
      case 'FunctionDefinition':
      case 'LambdaExpression':
        return this.visitFunction(node, names);
      case 'ClassDefinition':
        return this.visitClass(node, names);
      case 'MemberExpression':
        return this.visitMember(node, names);
      case 'AssertStatement':
        return this.notes.unseen(() => this.visitAll(node, names));
      case 'AssignStatement':
        return this.visitAssignment(node, names);
      case 'ForStatement':
        return this.visitFor(node, names);
      case 'SetComprehensionExpression':
        return this.visitComprehension(node, names, true);
      case 'ArrayComprehensionExpression':
      case 'ComprehensionExpression':
      case 'DictionaryComprehensionExpression':
        return this.visitComprehension(node, names, isOrderless);
      case 'CallExpression':
        return this.visitCall(node, names, isOrderless);
      case 'ReturnStatement':
        this.frame.returned?.push(this.kinds.of(node.children[1], names));
        return this.visitAll(node, names);
      case 'FormatReplacement':
      case 'BinaryExpression':
        return this.visitWritten(node, names, isOrderless);
      case 'ArrayExpression':
      case 'TupleExpression':
        return this.visitDisplay(node, names, isOrderless);
      case 'ConditionalExpression':
      case 'ParenthesizedExpression':
        return this.visitEach(node, names, isOrderless);
      default:
        return this.visitAll(node, names);
    }
  }

  private visitAll(node: Syntax, names: Names): void {
    this.visitEach(node, names, false);
  }

  private visitEach(
    { children }: Syntax,
    names: Names,
    isOrderless: boolean
  ): void {
    for (const child of children) {
      if (child.children.length > 0) {
        this.visit(child, names, isOrderless);
      }
    }
  }

  private visitWritten(node: Syntax, names: Names, isAny: boolean): void {
    writtenIn(this.source, node).forEach(one => this.meetings.show(one, names));
    const visit = (): void =>
      this.visitEach(node, names, isAny && isEither(this.source, node));
    if (comparesHashes(this.source, node)) {
      this.notes.unseen(visit);
    } else {
      visit();
    }
  }

  private visitDisplay(node: Syntax, names: Names, isOrderless: boolean): void {
    if (!isOrderless) {
      starredIn(node).forEach(one => this.meetings.use(one, names));
    }
    this.visitAll(node, names);
  }

  /** An item by its place is one element. */
  private visitMember(node: Syntax, names: Names): void {
    this.meetings.picking(node.children[2]?.name === 'Number', () =>
      this.visitAll(node, names)
    );
  }

  private visitClass(node: Syntax, names: Names): void {
    const ofClass = this.frame.isInside ? null : this.calls.define(node);
    this.inside({ isInside: true, isClassBody: true, ofClass }, () =>
      this.visitAll(node, { own: new Map(), around: names })
    );
  }

  private visitFunction(node: Syntax, names: Names): void {
    const inner: Names = { own: new Map(), around: names };
    const list = childNamed(node, 'ParamList');
    const { frame } = this;
    const callee = frame.isInside ? null : this.calls.define(node);
    const named = childNamed(node, 'VariableName');
    const method = frame.isClassBody ? named : undefined;
    const own = callee ?? (method ? textOf(this.source, method) : null);
    bindParameters(this.source, list, calledAs(frame, callee, own), inner.own);
    const given: (Kind | null)[] = [];
    const entered = enteredBy(frame, {
      node,
      named,
      own,
      given,
      parameters: inner.own
    });
    const look = (): void =>
      this.inside(entered, () => this.visitAll(node, inner));
    if (own === HASH) {
      // Whoever keeps instances under their hashes finds them again.
      this.notes.unseen(look);
    } else if (callee === null) {
      look();
    } else {
      const isGiven = once(() => givesOnly(this.source, node));
      this.notes.inFunction(isGiven, look);
    }
    if (own !== null) {
      const name = callee ?? `.${own}`;
      this.results.give(name, given, callee ? names : outermost(names));
    }
  }

  /** Looks at what stands in a function or a class. */
  private inside(frame: Partial<Frame>, look: () => void): void {
    const before = this.frame;
    this.frame = { ...before, ...frame };
    look();
    this.frame = before;
  }

  private visitAssignment(node: Syntax, names: Names): void {
    const assignment = assignmentOf(node);
    const { targets, values, isSpread } = assignment;
    const [value] = values;
    const isSingle = targets.length === 1 && values.length === 1;
    const { isInside, around } = this.frame;
    const [target] = isSingle && !isInside ? targets : [];
    const isOrderless =
      around !== null && this.locals.isOrderless(around.node, node, assignment);
    this.notes.during(witnessOf(this.source, target, value), () =>
      this.visitEach(node, names, isOrderless)
    );
    const spread = isSpread ? this.kinds.of(value, names) : null;
    if (values.length === 1 && !isResult(spread)) {
      this.notes.note(value, spread, true);
    }
    bindAssigned(this, assignment, this.frame.turns > 0, names);
  }

  private visitFor(node: Syntax, names: Names): void {
    const head = headOf(this.source, node);
    bindTurn(this, head, names);
    if (noteLoops(this, { node, head, names, ...this.frame })) {
      this.kept.add(head.iterated);
    }
    this.inside({ turns: this.frame.turns + 1 }, () =>
      node.children.forEach(child =>
        this.visit(child, names, child === head.iterated)
      )
    );
  }

  private visitComprehension(
    node: Syntax,
    names: Names,
    isOrderless: boolean
  ): void {
    const parts = node.children.slice(1, -1);
    const inner = this.kinds.inside(parts, names);
    parts.forEach((part, at) => {
      if (itemBefore(parts, at)?.name !== 'in') {
        this.visit(part, inner, false);
        return;
      }
      const { gone, isPlaced } = clauseOf(this.source, parts, at);
      if (!isOrderless || isPlaced) {
        gone.forEach(one =>
          this.notes.note(one, this.kinds.of(one, inner), isPlaced)
        );
      }
      const isAnyOrder = isOrderless && !isPlaced;
      this.visit(part, inner, isAnyOrder || gone[0] !== part);
    });
  }

  private visitCall(node: Syntax, names: Names, isOrderless: boolean): void {
    const [callee] = node.children;
    const call = callOf(this.source, node);
    if (!call) {
      this.visitAll(node, names);
      return;
    }
    const { word, owner, list, given } = call;
    const how = goingThrough(this.source, call);
    const isOften = this.frame.turns > 0;
    if (mayBeOwn(call)) {
      this.calls.note(call, names, {
        node,
        within: this.frame.within,
        isGiven: this.notes.isGivenHere,
        isOrderless: isOrderless && !this.kept.has(node),
        isUnseen: this.notes.isUnseenHere
      });
    }
    this.meetings.hash(call, node, names);
    const { takesAny, gone, handsOn } = how;
    if (callee && owner) {
      this.visit(callee, names, false);
      this.contents.add(owner, word, given[0], isOften, names);
      if (this.growth.isGrowing(owner)) {
        const found = this.kinds.of(given[0], names);
        this.growth.add(owner, { word, found, isOften }, names);
      }
    }
    if (list?.children.some(one => one.name === 'for')) {
      this.visitComprehension(list, names, isOrderless || takesAny);
      return;
    }
    if (!isOrderless) {
      gone.forEach(argument =>
        this.meetings.use(argument, names, how.isPlaced)
      );
    }
    if (how.isShown) {
      const spread = list ? starredIn(list) : [];
      given.forEach(argument =>
        this.meetings.showContents(argument, names, spread.includes(argument))
      );
    }
    if (list && !isOrderless && !takesAny) {
      starredIn(list).forEach(one => this.meetings.use(one, names));
    }
    if (word === 'pop' && owner && !given.length && !isOften) {
      this.notes.note(node, this.kinds.of(owner, names), true);
    }
    const staysOrderless = takesAny || (isOrderless && handsOn);
    this.meetings.picking(how.picks, () =>
      given.forEach(argument => this.visit(argument, names, staysOrderless))
    );
  }

  readonly notes: Notes;
  readonly calls: OwnCalls;
  readonly growth: Growth;
  readonly kinds: Kinds;
  readonly contents: Contents;
  private readonly meetings: Meetings;
  private readonly results = new Results();
  /** What loops go through whose order is met. */
  private readonly kept = new Set<Syntax | undefined>();
  private depth = 0;
  private frame: Frame = MARGIN;
}
