// One section of a page: heading, table, what is not known.
import { copyIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { ExecutionId, Translator } from '../../model';
import { DisclosureButton, PanelButton } from '../button';
import { goToIcon } from '../icons';
import type { Section, SectionRow } from './section';
import { sectionMarkdown } from './text';

/** Rows that are shown before the rest is asked for. */
const FIRST_ROWS = 15;

/** What the view acts through. */
export type SectionHost = {
  readonly translator: Translator;
  copy(text: string): void;
  /** Brings an execution into view; absent where that cannot be. */
  goToExecution?(executionId: ExecutionId): void;
};

type SectionProps = {
  readonly section: Section;
  readonly host: SectionHost;
  /** True to show all rows at once, as while searching. */
  readonly showsAll: boolean;
  /** Buttons behind a row. */
  readonly actions?: (row: SectionRow) => React.ReactNode;
  /** What stands between the heading and the table. */
  readonly children?: React.ReactNode;
};

/** A heading with its table; long tables are cut until the rest is asked for. */
export function SectionView(props: SectionProps): JSX.Element {
  const { children, host, section } = props;
  const { empty, id, rows, summary, title, unknown } = section;
  const { translator } = host;
  const headingId = React.useId();
  return (
    <section
      className="jp-RetraceSection"
      aria-labelledby={headingId}
      data-section={id}
    >
      <div className="jp-RetraceSection-head">
        <h2 id={headingId}>{title}</h2>
        {summary !== '' && (
          <span className="jp-RetraceSection-summary">{summary}</span>
        )}
        {rows.length > 0 && (
          <PanelButton
            icon={copyIcon}
            caption={translator.__('Copy “%1” as Markdown', title)}
            onClick={() => host.copy(sectionMarkdown(section))}
          />
        )}
      </div>
      {children}
      {rows.length > 0 ? (
        <Rows {...props} />
      ) : (
        empty !== '' && <p className="jp-RetraceSection-empty">{empty}</p>
      )}
      {unknown.length > 0 && (
        <ul className="jp-RetraceSection-unknown">
          {unknown.map(sentence => (
            <li key={sentence}>
              <bdi>{sentence}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Rows(props: SectionProps): JSX.Element {
  const { host, section, showsAll } = props;
  const { head, rows, title } = section;
  const { translator } = host;
  const [isWhole, setWhole] = React.useState(false);
  // One more row than a button is no gain.
  const isCut = !isWhole && !showsAll && rows.length > FIRST_ROWS + 1;
  const shown = isCut ? rows.slice(0, FIRST_ROWS) : rows;
  const hasActions =
    props.actions !== undefined ||
    rows.some(row => (row.executionIds?.length ?? 0) > 0);
  return (
    <>
      <table aria-label={title}>
        {head.length > 0 && (
          <thead>
            <tr>
              {head.map(text => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
              {hasActions && <td />}
            </tr>
          </thead>
        )}
        <tbody>
          {shown.map(row => (
            <RowView
              key={row.key}
              row={row}
              {...props}
              hasActions={hasActions}
            />
          ))}
        </tbody>
      </table>
      {isCut && (
        <PanelButton
          className="jp-mod-framed"
          text={translator.__('Show all %1', rows.length)}
          name={translator.__('Show all %1: %2', rows.length, title)}
          onClick={() => setWhole(true)}
        />
      )}
    </>
  );
}

function RowView(
  props: SectionProps & {
    readonly row: SectionRow;
    readonly hasActions: boolean;
  }
): JSX.Element {
  const { actions, hasActions, host, row } = props;
  const [isOpen, setOpen] = React.useState(false);
  const { translator } = host;
  const [first = '', ...rest] = row.cells;
  const last = row.executionIds?.[row.executionIds.length - 1];
  return (
    <>
      <tr className={`jp-RetraceSection-row jp-mod-${row.tone ?? 'plain'}`}>
        <th scope="row">
          <bdi>{first}</bdi>
        </th>
        {rest.map((text, index) => (
          <td key={index}>
            <bdi>{text}</bdi>
            {row.text && index === rest.length - 1 && (
              <DisclosureButton
                text={row.text.label}
                isOpen={isOpen}
                onToggle={() => setOpen(!isOpen)}
              />
            )}
          </td>
        ))}
        {hasActions && (
          <td className="jp-RetraceSection-actions">
            <div>
              {actions?.(row)}
              {last !== undefined && host.goToExecution && (
                <PanelButton
                  icon={goToIcon}
                  caption={translator.__('Go to the execution of “%1”', first)}
                  onClick={() => host.goToExecution?.(last)}
                />
              )}
            </div>
          </td>
        )}
      </tr>
      {row.text && isOpen && (
        <tr>
          <td colSpan={row.cells.length + (hasActions ? 1 : 0)}>
            <pre className="jp-RetraceSection-text" tabIndex={0} dir="ltr">
              {row.text.content}
            </pre>
          </td>
        </tr>
      )}
    </>
  );
}
