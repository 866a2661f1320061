// The checklist: what the literature asks for, what the record has of it, and the user's own words.
import { editIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import { isMet, LEVELS, type ChecklistRow, type Level } from '../../facts';
import { assertNever, type Translator } from '../../model';
import { PanelButton } from '../button';
import type { Section } from '../sections';
import { levelText, stateText } from './words';

type ChecklistProps = {
  readonly rows: readonly ChecklistRow[];
  readonly notes: { readonly [row: string]: string };
  readonly translator: Translator;
  /** Keeps the user's words for a row. */
  onNote(row: string, text: string): void;
};

/** Three lists, one for each degree at which a row is asked for first. */
export function ChecklistView(props: ChecklistProps): JSX.Element {
  const { rows, translator } = props;
  return (
    <div className="jp-RetraceChecklist">
      {LEVELS.map(level => {
        const own = rows.filter(row => row.level === level);
        const title = levelTitle(level, translator);
        return own.length === 0 ? null : (
          <section key={level} aria-label={title}>
            <h3>
              {title}
              <span className="jp-RetraceChecklist-count">
                {translator.__(
                  '%1 of %2',
                  own.filter(({ state }) => isMet(state)).length,
                  own.length
                )}
              </span>
            </h3>
            <ul>
              {own.map(row => (
                <RowView key={row.id} {...props} row={row} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function levelTitle(level: Level, translator: Translator): string {
  const word = levelText(level, translator);
  switch (level) {
    case 'low':
      return translator.__('%1: descriptions', word);
    case 'medium':
      return translator.__('%1: also seed, source and data', word);
    case 'high':
      return translator.__('%1: also software, cost and hardware', word);
    default:
      return assertNever(level);
  }
}

function RowView(
  props: ChecklistProps & { readonly row: ChecklistRow }
): JSX.Element {
  const { notes, row, translator } = props;
  const { evidence, id, state, title, wanted } = row;
  const note = notes[id] ?? '';
  const [isEditing, setEditing] = React.useState(false);
  return (
    <li className={`jp-RetraceChecklist-row jp-mod-${state}`}>
      <StateSign state={state} />
      <div className="jp-RetraceChecklist-words">
        <div>
          <span className="jp-RetraceChecklist-title">{title}</span>{' '}
          <span className="jp-RetraceChecklist-state">
            {stateText(state, translator)}
          </span>
        </div>
        {!(state === 'note') && <bdi>{evidence}</bdi>}
        {wanted !== '' && (
          <div className="jp-RetraceChecklist-wanted">
            {translator.__('Would fill it: %1', wanted)}
          </div>
        )}
        {isEditing ? (
          <NoteField {...props} note={note} onDone={() => setEditing(false)} />
        ) : (
          note !== '' && <bdi className="jp-RetraceChecklist-note">{note}</bdi>
        )}
      </div>
      {!isEditing && (
        <PanelButton
          icon={editIcon}
          text={
            note === '' ? translator.__('Add note') : translator.__('Edit note')
          }
          name={
            note === ''
              ? translator.__('Add note for “%1”', title)
              : translator.__('Edit note for “%1”', title)
          }
          onClick={() => setEditing(true)}
        />
      )}
    </li>
  );
}

/** Kept when the field is left or with Ctrl Enter; Escape leaves all as it was. */
function NoteField(
  props: ChecklistProps & {
    readonly row: ChecklistRow;
    readonly note: string;
    onDone(): void;
  }
): JSX.Element {
  const { note, onDone, onNote, row, translator } = props;
  const [text, setText] = React.useState(note);
  const keep = (): void => {
    if (text.trim() !== note) {
      onNote(row.id, text);
    }
    onDone();
  };
  return (
    <div className="jp-RetraceChecklist-editor">
      <textarea
        className="jp-mod-styled"
        rows={3}
        maxLength={4000}
        autoFocus
        aria-label={translator.__('Note for “%1”', row.title)}
        placeholder={translator.__(
          'What there is to say, or why it does not apply'
        )}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          event.stopPropagation();
          if (event.key === 'Escape') {
            onDone();
          } else if (
            event.key === 'Enter' &&
            (event.ctrlKey || event.metaKey)
          ) {
            keep();
          }
        }}
      />
      <div>
        <PanelButton
          className="jp-mod-framed"
          text={translator.__('Save')}
          onClick={keep}
        />
        <PanelButton text={translator.__('Cancel')} onClick={onDone} />
      </div>
    </div>
  );
}

/** A tick, a pen, a dash, an empty box or a question mark. */
function StateSign({
  state
}: {
  readonly state: ChecklistRow['state'];
}): JSX.Element {
  const shapes = {
    filled: <path d="M3 8.5 6.5 12 13 4.5" />,
    note: <path d="M3 13 4 9.5 11 2.5 13.5 5 6.5 12z" />,
    none: <path d="M3.5 8h9" />,
    missing: <rect x="3" y="3" width="10" height="10" rx="1" />,
    unknown: <path d="M5.2 5.8A2.8 2.8 0 1 1 8 8.6v1.6M8 12.6v.6" />
  };
  return (
    <svg
      className="jp-RetraceChecklist-sign"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      {shapes[state]}
    </svg>
  );
}

/** The checklist as a section, to be searched and copied. */
export function checklistSection(
  rows: readonly ChecklistRow[],
  notes: { readonly [row: string]: string },
  translator: Translator
): Section {
  const open = rows.filter(({ wanted }) => wanted !== '').length;
  return {
    id: 'checklist',
    title: translator.__('Checklist'),
    summary:
      open === 0
        ? translator.__('nothing is missing')
        : translator._n(
            '%1 of %2 rows is open',
            '%1 of %2 rows are open',
            open,
            rows.length
          ),
    head: [
      translator.__('Item'),
      translator.__('Asked for at'),
      translator.__('State'),
      translator.__('Evidence')
    ],
    rows: rows.map(({ evidence, id, level, state, title, wanted }) => ({
      key: id,
      cells: [
        title,
        levelText(level, translator),
        stateText(state, translator),
        [
          state === 'note' ? '' : evidence,
          wanted === '' ? '' : translator.__('Would fill it: %1', wanted),
          notes[id] ?? ''
        ]
          .filter(part => part !== '')
          .join(' ')
      ]
    })),
    empty: '',
    unknown: []
  };
}
