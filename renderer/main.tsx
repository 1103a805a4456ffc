import { createRoot } from 'react-dom/client';
import './resident/styles.ts';
import { connectToCore } from './bridge/connection.ts';
import { keepKioskManners } from './bridge/kiosk-manners.ts';
import { connectToStaff } from './bridge/staff-connection.ts';
import { Kiosk } from './resident/kiosk.tsx';
import { StaffSourceContext } from './staff/staff-source.ts';
import { watchPresses } from './ui/press-guard.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');

keepKioskManners(document);
watchPresses(document);
const url = new URL('/trpc', location.href.replace(/^http/, 'ws')).href;
const connection = connectToCore(url);
const connectStaff = () => connectToStaff(url);
createRoot(root).render(
  <StaffSourceContext value={connectStaff}>
    <Kiosk connection={connection} />
  </StaffSourceContext>,
);
