import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';
import { usePages } from '../ui/use-pages.ts';
import { useView } from '../ui/view.ts';
import { aPageOf } from './capacities.ts';
import { ListPager } from './list-pager.tsx';

type ThemesScreen = Extract<ScreenOf, { name: 'themes' }>;

const AUDIENCES = ['person', 'company'] as const;

/** Life events: those of people, then those of companies. */
export function Themes({ themes }: ThemesScreen): ReactElement {
  const { words, say, send, snapshot } = useView();
  const ordered = AUDIENCES.flatMap((audience) => themes.filter((theme) => theme.audience === audience));
  const pages = usePages(ordered, aPageOf('themes', ordered.length, snapshot));
  const titles = { person: words.themesPerson, company: words.themesCompany };
  return (
    <Screen
      className="browse"
      title={words.themesTitle}
      actions={
        <>
          {AUDIENCES.map((audience) => {
            const shown = pages.shown.filter((theme) => theme.audience === audience);
            if (shown.length === 0) return null;
            return (
              <section key={audience} className="themes" aria-label={titles[audience]}>
                <h2>{titles[audience]}</h2>
                <div className="theme-grid">
                  {shown.map(({ id, name, sign }) => (
                    <Button key={id} className="theme" onPress={() => send({ type: 'chooseTheme', theme: id })}>
                      <span className="sign-badge" aria-hidden="true" lang="zh-CN">
                        {sign}
                      </span>
                      {say(name)}
                    </Button>
                  ))}
                </div>
              </section>
            );
          })}
          <ListPager pages={pages} />
        </>
      }
    />
  );
}
