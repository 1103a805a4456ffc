import type { ReactElement } from 'react';
import { formatValue } from '../../i18n/format.ts';
import { useView } from '../../ui/view.ts';
import type { FillScreen } from './fill.tsx';

/** What is filled in so far, large. Choices show it on their own buttons. */
export function FieldValue({ field, typed, value }: FillScreen): ReactElement | null {
  const { words, snapshot } = useView();
  switch (field.type) {
    case 'choice':
    case 'region':
      return null;
    case 'date':
      return (
        <p className="field" aria-live="polite">
          <span className={value ? 'field-text' : 'field-note'}>
            {value ? formatValue(value, 'date', snapshot.language) : words.nothingPicked}
          </span>
        </p>
      );
    case 'monthRange':
      return (
        <p className="field" aria-live="polite">
          <span className={value ? 'field-text' : 'field-note'}>
            {value
              ? value
                  .split('/')
                  .map((month) => formatValue(month, 'month', snapshot.language))
                  .join(' – ')
              : words.nothingPicked}
          </span>
        </p>
      );
    default:
      return (
        <p className="field" aria-live="polite">
          <span className="field-text">
            {typed.text}
            <span className="composing">{typed.composing}</span>
            <span className="caret" aria-hidden="true" />
          </span>
          {typed.text === '' && typed.composing === '' && <span className="field-note">{words.nothingTyped}</span>}
        </p>
      );
  }
}
