// Buttons of the panel.
import {
  caretDownIcon,
  caretRightIcon,
  type LabIcon
} from '@jupyterlab/ui-components';
import * as React from 'react';

type ButtonProps = {
  /** Shown beside the icon, or alone; the name for assistive technology when there is no `caption`. */
  readonly text?: string;
  /** Tooltip, and name of a button without text. */
  readonly caption?: string;
  /** Name for assistive technology where it has to differ from both. */
  readonly name?: string;
  readonly icon?: LabIcon;
  readonly isPressed?: boolean;
  readonly hasMenu?: boolean;
  readonly className?: string;
  readonly tabIndex?: number;
  onClick(anchor: HTMLButtonElement): void;
};

/** A flat button with an icon, a text, or both. */
export function PanelButton(props: ButtonProps): JSX.Element {
  const { caption, className, hasMenu, icon, isPressed, tabIndex, text } =
    props;
  return (
    <button
      type="button"
      className={`jp-RetraceButton ${className ?? ''}`}
      title={caption}
      aria-label={props.name ?? (text === undefined ? caption : undefined)}
      aria-pressed={isPressed}
      aria-haspopup={hasMenu ? 'menu' : undefined}
      tabIndex={tabIndex}
      onClick={event => {
        event.stopPropagation();
        props.onClick(event.currentTarget);
      }}
    >
      {icon && <icon.react tag="span" className="jp-RetraceButton-icon" />}
      {text !== undefined && (
        <span className="jp-RetraceButton-text">{text}</span>
      )}
    </button>
  );
}

type DisclosureProps = {
  readonly text: string;
  readonly isOpen: boolean;
  readonly className?: string;
  onToggle(): void;
};

/** A button that opens what stands behind it, with a caret that says whether it is open. */
export function DisclosureButton(props: DisclosureProps): JSX.Element {
  const { className = '', isOpen, text } = props;
  const Caret = isOpen ? caretDownIcon : caretRightIcon;
  return (
    <button
      type="button"
      className={`jp-RetraceButton ${className}`}
      aria-expanded={isOpen}
      onClick={props.onToggle}
    >
      <Caret.react tag="span" className="jp-RetraceButton-icon" />
      <span className="jp-RetraceButton-text">{text}</span>
    </button>
  );
}
