import { type ReactElement, useLayoutEffect } from 'react';
import { en } from '../i18n/en.ts';
import { zh } from '../i18n/zh.ts';
import { Icon } from '../ui/icon.tsx';

/** Shown while the core cannot be heard: both languages, because nobody knows who is here. Holds nothing of a person. */
export function OneMoment(): ReactElement {
  useLayoutEffect(() => {
    // No snapshot has said it yet.
    document.documentElement.dataset.orientation = innerWidth > innerHeight ? 'landscape' : 'portrait';
    document.body.dataset.screen = 'oneMoment';
    document.body.dataset.sequence = '';
  }, []);
  return (
    <div className="stage">
      <main className="one-moment">
        <span className="big-sign">
          <Icon name="clock" />
        </span>
        <h1>{zh.oneMomentTitle}</h1>
        <p className="lead">{zh.oneMomentText}</p>
        <h2 lang="en">{en.oneMomentTitle}</h2>
        <p className="lead" lang="en">
          {en.oneMomentText}
        </p>
        <p className="lead">{zh.oneMomentElse}</p>
        <p className="lead" lang="en">
          {en.oneMomentElse}
        </p>
      </main>
    </div>
  );
}
