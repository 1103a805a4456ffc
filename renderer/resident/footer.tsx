import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { useView } from '../ui/view.ts';
import { NAVIGATION } from './navigation.ts';

const Empty = (): ReactElement => <span className="slot-empty" />;

/** Places that never move: a button that does not apply leaves its place empty. */
export function Footer({ onHelp }: { onHelp: () => void }): ReactElement {
  const { snapshot, words, send } = useView();
  const { back, home, leave } = NAVIGATION[snapshot.screen.name];
  const { modes, language } = snapshot;
  const otherLanguage = language === 'en' ? 'zh-CN' : 'en';
  return (
    <footer className="page-footer">
      <nav className="bar navigation" aria-label={words.navigationLabel}>
        {back ? (
          <Button icon="back" onPress={() => send({ type: 'back' })}>
            {words.back}
          </Button>
        ) : (
          <Empty />
        )}
        {home ? (
          <Button icon="home" onPress={() => send({ type: 'home' })}>
            {words.home}
          </Button>
        ) : (
          <Empty />
        )}
        {leave ? (
          <Button icon="leave" onPress={() => send({ type: 'leave' })}>
            {words.leave}
          </Button>
        ) : (
          <Empty />
        )}
        <Button icon="help" onPress={onHelp}>
          {words.help}
        </Button>
      </nav>
      <fieldset className="bar modes" aria-label={words.modesLabel}>
        {(['elder', 'contrast', 'reach'] as const).map((mode) => (
          <Button
            key={mode}
            kind="bar"
            icon={mode}
            pressed={modes[mode]}
            repeatable
            onPress={() => send({ type: 'setMode', mode, on: !modes[mode] })}
          >
            {words[mode]}
          </Button>
        ))}
        <Button
          kind="bar"
          icon="language"
          lang={otherLanguage}
          repeatable
          onPress={() => send({ type: 'setLanguage', language: otherLanguage })}
        >
          {words.otherLanguage}
        </Button>
      </fieldset>
    </footer>
  );
}
