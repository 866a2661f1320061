// Search and status filter above the list.
import { HTMLSelect, InputGroup } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { IPanelHost } from '../host';
import type { ExecutionFilter, StatusFilter } from './filter';
import { STATUS_FILTERS } from './rows';
import { filterText } from './words';

/** Escape in the search box empties it. */
export function FilterBar(props: {
  readonly filter: ExecutionFilter;
  onChange(filter: ExecutionFilter): void;
  readonly host: IPanelHost;
}): JSX.Element {
  const { filter, host, onChange } = props;
  const { translator } = host.locale;
  return (
    <div className="jp-RetraceFilter" data-lm-suppress-shortcuts="true">
      <InputGroup
        className="jp-RetraceFilter-text"
        type="text"
        rightIcon="ui-components:search"
        placeholder={translator.__('Search code and names')}
        aria-label={translator.__('Search code and names')}
        value={filter.text}
        onChange={event => onChange({ ...filter, text: event.target.value })}
        onKeyDown={event => {
          if (event.key === 'Escape' && filter.text !== '') {
            event.stopPropagation();
            onChange({ ...filter, text: '' });
          }
        }}
      />
      <HTMLSelect
        className="jp-RetraceFilter-status"
        aria-label={translator.__('Show')}
        value={filter.status}
        options={STATUS_FILTERS.map(value => ({
          value,
          label: filterText(value, host.locale)
        }))}
        onChange={event =>
          onChange({
            ...filter,
            status: event.target.value as StatusFilter
          })
        }
      />
    </div>
  );
}
