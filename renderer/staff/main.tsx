import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles.ts';
import { keepKioskManners } from '../bridge/kiosk-manners.ts';
import { connectToStaff } from '../bridge/staff-connection.ts';
import { watchPresses } from '../ui/press-guard.ts';
import { StaffPage } from './staff-page.tsx';
import { StaffSourceContext } from './staff-source.ts';

// The page for a second screen behind the machine. `?lang=en` is English.
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');

keepKioskManners(document);
watchPresses(document);
const url = new URL('/trpc', location.href.replace(/^http/, 'ws')).href;
const connect = () => connectToStaff(url);
const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-CN';
createRoot(root).render(
  <StrictMode>
    <StaffSourceContext value={connect}>
      <StaffPage language={language} />
    </StaffSourceContext>
  </StrictMode>,
);
