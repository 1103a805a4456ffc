import { createRoot } from 'react-dom/client';
import './resident/styles.ts';
import { connectToCore } from './bridge/connection.ts';
import { keepKioskManners } from './bridge/kiosk-manners.ts';
import { Kiosk } from './resident/kiosk.tsx';
import { watchPresses } from './ui/press-guard.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');

keepKioskManners(document);
watchPresses(document);
const connection = connectToCore(new URL('/trpc', location.href.replace(/^http/, 'ws')).href);
createRoot(root).render(<Kiosk connection={connection} />);
