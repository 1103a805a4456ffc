import { type ReactElement, type ReactNode, useRef } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { formatValue } from '../i18n/format.ts';
import { Facts } from '../ui/facts.tsx';
import { Pager } from '../ui/pager.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useRowWindow } from '../ui/row-window.ts';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';

export interface RecordLayoutProps {
  readonly content: Extract<Extract<ScreenOf, { name: 'record' }>['content'], { kind: 'layout' }>;
  readonly lead: string;
  readonly actions: ReactNode;
}

/** More facts than these scroll with the table, which else would have no room. */
const PINNED_FACTS_LIMIT = 6;

/** A record with facts and tables: scrolls under a finger, and by whole pages with two big buttons. */
export function RecordLayout({ content, lead, actions }: RecordLayoutProps): ReactElement {
  const { words, say, snapshot } = useView();
  const { template, subject, tables } = content;
  const box = useRef<HTMLDivElement>(null);
  const sight = useRowWindow(box, content);
  const manyFacts = template.subject.length > PINNED_FACTS_LIMIT;
  const facts = (
    <Facts
      columns={2}
      facts={template.subject.map((field) => ({
        key: field.key,
        label: say(field.label),
        value: formatValue(subject[field.key], field.format, snapshot.language),
      }))}
    />
  );
  return (
    <Screen
      className="record"
      title={say(template.title)}
      lead={lead}
      actions={
        <>
          {sight.all > 0 && (
            <Pager
              previous={words.less}
              next={words.more}
              where={sight.first > 0 ? words.rowsShown(sight.first, sight.last, sight.all) : words.rowsAll(sight.all)}
              atStart={sight.atStart}
              atEnd={sight.atEnd}
              onTurn={sight.turn}
            />
          )}
          {actions}
        </>
      }
    >
      {manyFacts || facts}
      {/* A scrolling region must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="record-scroll" ref={box} tabIndex={0} aria-label={words.tableLabel}>
        {manyFacts && facts}
        {template.tables.map((table) => (
          <RecordTable
            key={table.key}
            template={table}
            rows={tables[table.key] ?? []}
            language={snapshot.language}
            emptyText={words.noRows}
          />
        ))}
      </section>
    </Screen>
  );
}
