// The virtual tree of runs, executions and details.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import * as React from 'react';

import type { IPanelHost } from '../host';
import { DetailRowView } from '../execution';
import { ExecutionRowView } from './execution-row';
import type { RunHistoryModel } from './model';
import { isFoldable, moveFor, successorKey } from './navigation';
import { NoteRowView } from './note-row';
import type { Row } from './rows';
import { RunRowView } from './run-row';
import { useSteadyScroll } from './steady-scroll';
import { rowLabel } from './row-label';

const ESTIMATES: { readonly [kind in Row['kind']]: number } = {
  run: 46,
  execution: 26,
  detail: 240,
  note: 30
};

type TreeProps = {
  readonly rows: readonly Row[];
  readonly model: RunHistoryModel;
  readonly host: IPanelHost;
  /** Set to the key of a row that is to be brought into view and focused; null otherwise. */
  readonly target: string | null;
  onReached(): void;
};

/** One tab stop; arrow keys move within. The row that is it is always rendered, so the focus is never lost. */
export function RunTree(props: TreeProps): JSX.Element {
  const { host, model, onReached, rows, target } = props;
  const scroller = React.useRef<HTMLDivElement>(null);
  const indexOf = React.useMemo(
    () => new Map(rows.map((row, index) => [row.key, index])),
    [rows]
  );
  const tabIndex = indexOf.get(model.focusKey ?? '') ?? 0;
  const tabKey = rows[tabIndex]?.key;
  const [, redraw] = React.useReducer((count: number) => count + 1, 0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => ESTIMATES[rows[index]?.kind ?? 'note'],
    getItemKey: index => rows[index]?.key ?? index,
    overscan: 8,
    rangeExtractor: range => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(tabIndex) || tabIndex >= range.count
        ? shown
        : [...shown, tabIndex].sort((a, b) => a - b);
    }
  });
  useSteadyScroll(scroller, virtualizer, rows, indexOf);

  const focus = React.useCallback(
    (key: string) => {
      const index = indexOf.get(key);
      if (index === undefined) {
        return;
      }
      model.focusKey = key;
      redraw();
      virtualizer.scrollToIndex(index, { align: 'auto' });
      requestAnimationFrame(() => rowElement(scroller.current, key)?.focus());
    },
    [indexOf, model, virtualizer]
  );

  useFocusKeeper(scroller, model, rows, indexOf, focus);

  React.useEffect(() => {
    if (target !== null && indexOf.has(target)) {
      virtualizer.scrollToIndex(indexOf.get(target) ?? 0, { align: 'start' });
      focus(target);
      onReached();
    }
  }, [focus, indexOf, onReached, target, virtualizer]);

  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>): void => {
    const row = ownRow(event);
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (row === null) {
      if (event.key === 'Escape') {
        leaveControl(event, rows, focus);
      }
      return;
    }
    const move = moveFor(event.key, rows, row);
    if (!move) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (move.kind === 'focus') {
      focus(move.key);
    } else if (move.kind === 'toggle') {
      model.toggle(move.row);
    } else if (move.row.kind === 'detail') {
      firstControl(event.currentTarget, move.row.key)?.focus();
    } else if (move.row.kind === 'note' && move.row.note === 'older') {
      model.showOlder();
    }
  };

  return (
    <div
      className="jp-RetraceRuns-list"
      ref={scroller}
      onFocus={event => {
        const key =
          event.target.closest<HTMLElement>('[data-key]')?.dataset.key;
        if (key !== undefined && key !== model.focusKey) {
          model.focusKey = key;
          redraw();
        }
      }}
    >
      <div
        className="jp-RetraceRuns-tree"
        role="tree"
        aria-label={host.locale.translator.__('Runs')}
        data-lm-suppress-shortcuts="true"
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(item => {
          const row = rows[item.index];
          if (!row) {
            return null;
          }
          return (
            <div
              key={row.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              data-key={row.key}
              className={`jp-RetraceRuns-row jp-mod-${row.kind}`}
              role="treeitem"
              aria-level={row.level}
              aria-posinset={row.position}
              aria-setsize={row.setSize}
              aria-expanded={
                row.kind === 'run' || row.kind === 'execution'
                  ? row.isExpanded
                  : undefined
              }
              aria-label={rowLabel(row, host)}
              tabIndex={row.key === tabKey ? 0 : -1}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={isFoldable(row) ? () => model.toggle(row) : undefined}
            >
              <RowView
                row={row}
                model={model}
                host={host}
                isFocusable={row.key === tabKey}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function RowView(props: {
  readonly row: Row;
  readonly model: RunHistoryModel;
  readonly host: IPanelHost;
  readonly isFocusable: boolean;
}): JSX.Element {
  const { host, isFocusable, model, row } = props;
  switch (row.kind) {
    case 'run':
      return <RunRowView row={row} host={host} isFocusable={isFocusable} />;
    case 'execution':
      return <ExecutionRowView row={row} host={host} />;
    case 'detail':
      return <DetailRowView row={row} model={model} host={host} />;
    case 'note':
      return <NoteRowView row={row} model={model} host={host} />;
  }
}

/** Gives the focus to a neighbour when the focused row went away. */
function useFocusKeeper(
  scroller: React.RefObject<HTMLDivElement>,
  model: RunHistoryModel,
  rows: readonly Row[],
  indexOf: ReadonlyMap<string, number>,
  focus: (key: string) => void
): void {
  const formerIndex = React.useRef(0);
  const hadFocus = React.useRef(false);
  React.useLayoutEffect(() => {
    const index = indexOf.get(model.focusKey ?? '');
    if (index !== undefined) {
      formerIndex.current = index;
    } else if (model.focusKey !== null) {
      const key = successorKey(rows, formerIndex.current);
      model.focusKey = key;
      if (key !== null && hadFocus.current) {
        focus(key);
      }
    }
    hadFocus.current =
      scroller.current?.contains(document.activeElement) ?? false;
  });
  React.useEffect(() => {
    const element = scroller.current;
    const note = (event: FocusEvent): void => {
      hadFocus.current =
        event.type === 'focusin' || event.relatedTarget === null;
    };
    element?.addEventListener('focusin', note);
    element?.addEventListener('focusout', note);
    return () => {
      element?.removeEventListener('focusin', note);
      element?.removeEventListener('focusout', note);
    };
  }, [scroller]);
}

/** Key of the row that has the focus itself; null when a control inside one has it. */
function ownRow(event: React.KeyboardEvent<HTMLElement>): string | null {
  const element = event.target as HTMLElement;
  return element.getAttribute('role') === 'treeitem'
    ? (element.dataset.key ?? null)
    : null;
}

/** Leads from a control to the row that it belongs to: for a detail, to its execution. */
function leaveControl(
  event: React.KeyboardEvent<HTMLElement>,
  rows: readonly Row[],
  focus: (key: string) => void
): void {
  const element = event.target as HTMLElement;
  const key = element.closest<HTMLElement>('[data-key]')?.dataset.key;
  const row = rows.find(each => each.key === key);
  if (row) {
    event.preventDefault();
    event.stopPropagation();
    focus(row.kind === 'detail' ? (row.parentKey ?? row.key) : row.key);
  }
}

function rowElement(
  root: HTMLElement | null,
  key: string
): HTMLElement | undefined {
  return [...(root?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].find(
    element => element.dataset.key === key
  );
}

function firstControl(root: HTMLElement, key: string): HTMLElement | null {
  return (
    rowElement(root, key)?.querySelector<HTMLElement>('button, a[href]') ?? null
  );
}
