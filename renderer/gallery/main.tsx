import { type ReactElement, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import '../resident/styles.ts';
import '../staff/styles.ts';
import './gallery.css';
import { OneMoment } from '../resident/one-moment.tsx';
import { Page } from '../resident/page.tsx';
import { StaffScreens } from '../staff/staff-screens.tsx';
import { watchPresses } from '../ui/press-guard.ts';
import { Catalogue } from './catalogue.tsx';
import { Components } from './components.tsx';
import { givenSnapshot, readQuery } from './query.ts';
import { sampleSnapshot } from './samples.ts';
import { staffSnapshot } from './staff-cases.ts';

/** No core is here: what would have been sent is written on the document, where a test can read it. */
function note(event: { readonly type: string }): void {
  if (event.type === 'stillHere') return;
  const { dataset } = document.documentElement;
  dataset.sent = `${dataset.sent ?? ''} ${event.type}`;
  if (event.type === 'sign') dataset.signed = JSON.stringify(event);
}

function onHashChange(call: () => void): () => void {
  addEventListener('hashchange', call);
  return () => removeEventListener('hashchange', call);
}

/** Every screen with sample snapshots in every mode; changes without a reload when the hash changes. */
function Gallery(): ReactElement {
  const text = useSyncExternalStore(onHashChange, () => location.hash || location.search);
  const given = givenSnapshot(text);
  if (given) return <Page key={text} snapshot={given} send={note} helpOpen={false} />;
  const { screen, change } = readQuery(text);
  if (screen === null) return <Catalogue />;
  const staff = staffSnapshot(screen);
  if (staff) return <StaffScreens key={text} snapshot={staff} language={change.language} send={note} />;
  if (screen === 'oneMoment') return <OneMoment />;
  if (screen === 'components') return <Components snapshot={sampleSnapshot('home', change)} />;
  return <Page key={text} snapshot={sampleSnapshot(screen, change)} send={note} helpOpen={screen === 'help'} />;
}

const root = document.getElementById('root');
if (!root) throw new Error('the gallery has no root element');
watchPresses(document);
createRoot(root).render(<Gallery />);
