import type { ReactElement } from 'react';
import { GALLERY_MODES } from './query.ts';
import { CASES } from './samples.ts';
import { STAFF_CASES } from './staff-cases.ts';

const LANGUAGES = ['zh-CN', 'en'] as const;
const ORIENTATIONS = ['portrait', 'landscape'] as const;

/** The list of everything that can be looked at. */
export function Catalogue(): ReactElement {
  return (
    <main className="catalogue">
      <h1>界面图册</h1>
      <p>每一屏、每一种显示方式、两种语言、横竖两种屏幕。</p>
      <ul>
        {['components', 'oneMoment', ...CASES].map((screen) => (
          <li key={screen}>
            <strong>{screen}</strong>
            {ORIENTATIONS.flatMap((orientation) =>
              LANGUAGES.flatMap((lang) =>
                GALLERY_MODES.map((mode) => (
                  <a
                    key={`${orientation}${lang}${mode}`}
                    href={`?screen=${screen}&mode=${mode}&lang=${lang}&orientation=${orientation}`}
                  >
                    {orientation} {lang} {mode}
                  </a>
                )),
              ),
            )}
          </li>
        ))}
        {STAFF_CASES.map((screen) => (
          <li key={screen}>
            <strong>{screen}</strong>
            {LANGUAGES.map((lang) => (
              <a key={lang} href={`?screen=${screen}&lang=${lang}`}>
                {lang}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </main>
  );
}
