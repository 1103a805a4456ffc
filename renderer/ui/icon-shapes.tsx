import type { ReactNode } from 'react';

/** One family: a 24 grid, round strokes, no fills but where a half is the meaning. Drawn for this page. */
const stroke = (...paths: string[]): ReactNode => paths.map((d) => <path key={d} d={d} />);
const face = (mouth: string): ReactNode => (
  <>
    <circle cx="12" cy="12" r="9" />
    {stroke('M8.7 9.6v.6M15.3 9.6v.6', mouth)}
  </>
);

export const ICON_SHAPES = {
  back: stroke('M20 12H5M11 6l-6 6 6 6'),
  home: stroke('M3.5 11.5L12 4l8.5 7.5M6 9.8V20h12V9.8M10 20v-5.5h4V20'),
  help: (
    <>
      <circle cx="12" cy="12" r="9" />
      {stroke('M9.3 9.4a2.7 2.7 0 1 1 4 2.4c-.9.5-1.3 1-1.3 2M12 16.9v.1')}
    </>
  ),
  leave: stroke('M13 4H5.5v16H13M10 12h10.5M16.5 8l4 4-4 4'),
  elder: stroke('M2.5 19L8 5l5.5 14M4.5 14.2h7M14.5 19l3.5-9 3.5 9M15.7 16h4.6'),
  contrast: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" />
    </>
  ),
  reach: stroke('M5.5 3h13v18h-13zM12 6v7.5M8.7 10.5L12 13.8l3.3-3.3M5.5 17h13'),
  language: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      {stroke('M3.5 12h17M12 3.5c2.7 2.5 3.8 5.3 3.8 8.5s-1.1 6-3.8 8.5c-2.7-2.5-3.8-5.3-3.8-8.5s1.1-6 3.8-8.5')}
    </>
  ),
  eye: stroke(
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z',
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  ),
  eyeOff: stroke(
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z',
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
    'M4.5 4.5l15 15',
  ),
  print: stroke('M7 8.5V3.5h10v5M7 17H4V8.5h16V17h-3M7 13.5h10v7H7z'),
  check: stroke('M4.5 12.8l5 4.7 10-11'),
  warn: stroke('M12 3.8L2.6 20h18.8zM12 10v4.5M12 17.2v.1'),
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      {stroke('M12 6.8V12l3.5 2.3')}
    </>
  ),
  card: stroke(
    'M2.5 5.5h19v13h-19z',
    'M8 8.8a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4z',
    'M5.3 15.6c.5-1.9 4.9-1.9 5.4 0M14 10h4.5M14 14h4.5',
  ),
  paper: stroke('M5.5 2.8h9l4 4v14.4h-13zM14.5 2.8v4h4M8.8 11.5h6.4M8.8 15.5h6.4'),
  receipt: stroke('M6 2.8h12v18.4l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.5zM9 8h6M9 12h6'),
  phone: stroke(
    'M5 3.5h4l1.8 4.5-2.3 1.6a12 12 0 0 0 5.9 5.9L16 13.2l4.5 1.8v4c0 .8-.7 1.5-1.5 1.5C10.4 20.5 3.5 13.6 3.5 5c0-.8.7-1.5 1.5-1.5z',
  ),
  offline: stroke(
    'M2.8 9.2a13 13 0 0 1 18.4 0M6 12.7a8.5 8.5 0 0 1 12 0M9.2 16.2a4 4 0 0 1 5.6 0M12 19.6v.1M4.5 3.5l15 16',
  ),
  up: stroke('M5 15l7-7 7 7'),
  down: stroke('M5 9l7 7 7-7'),
  minus: stroke('M5 12h14'),
  plus: stroke('M5 12h14M12 5v14'),
  next: stroke('M9 5l7 7-7 7'),
  staff: stroke('M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 20.5c.9-4 4.2-5.5 8-5.5s7.1 1.5 8 5.5'),
  department: stroke('M3 20.5h18M5.5 20.5v-9M10 20.5v-9M14 20.5v-9M18.5 20.5v-9M3.5 9.5L12 4l8.5 5.5z'),
  medical: stroke('M9.3 4h5.4v5.3H20v5.4h-5.3V20H9.3v-5.3H4V9.3h5.3z'),
  insurance: stroke('M12 2.8l8 3V11c0 5-3.2 8.3-8 10.2C7.2 19.3 4 16 4 11V5.8zM8.5 11.8l2.6 2.6 4.6-4.8'),
  pension: (
    <>
      <circle cx="12" cy="12" r="9" />
      {stroke('M8.5 7.3l3.5 4.5 3.5-4.5M12 11.8v5.4M9 12.4h6M9 15h6')}
    </>
  ),
  housing: stroke('M5 20.5V4h9v16.5M14 9.5h5v11M3 20.5h18M8 8h3M8 12h3M8 16h3M16.6 13.2v.1M16.6 16.7v.1'),
  residence: stroke('M2.5 5.5h19v13h-19zM5.7 15v-3.7l3-2.6 3 2.6V15zM15 10h3.5M15 14h3.5'),
  police: stroke(
    'M12 2.8l8 3V11c0 5-3.2 8.3-8 10.2C7.2 19.3 4 16 4 11V5.8zM12 7.5l1.3 2.7 2.9.4-2.1 2 .5 2.9-2.6-1.4-2.6 1.4.5-2.9-2.1-2 2.9-.4z',
  ),
  visit: stroke('M8.5 5H5v16h14V5h-3.5M8.5 3.2h7v3.6h-7zM8 13h1.8l1.4-2.8 2 5.2 1.4-2.4H16'),
  certificate: stroke(
    'M6.5 14.5H3.5v-11h17v11h-4M7.5 7.5h9M7.5 10.5h3',
    'M13.5 11.7a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM12 17v4.3l1.5-1 1.5 1V17',
  ),
  search: stroke('M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3L20.5 20.5'),
  apply: stroke('M5 3.5h9.5l4.5 4.5v4M5 3.5v17h6.5M14.5 3.5V8H19M8.5 9h3M8.5 13h4M13.5 20.5l.7-3 5-5 2.3 2.3-5 5z'),
  pay: stroke('M2.5 6h19v12.5h-19zM2.5 10h19M6 14.7h4M15 14.7h3'),
  pickup: stroke('M3.5 8L12 3.5 20.5 8v8.5L12 21l-8.5-4.5zM3.5 8L12 12.5 20.5 8M12 12.5V21'),
  handIn: stroke('M3.5 13.5V20.5h17v-7M3.5 13.5h4.5l1.5 3h5l1.5-3h4.5M12 3v8.5M8.5 8L12 11.5 15.5 8'),
  message: stroke('M3.5 4.5h17v11.5H11L6.5 20v-4h-3zM8 10.3v.1M12 10.3v.1M16 10.3v.1'),
  camera: stroke('M3.5 7.5h4l1.5-2.5h6l1.5 2.5h4v12h-17z', 'M12 9.8a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8z'),
  qr: stroke(
    'M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5h2.5v2.5M20 13.5v3M13.5 20h2.5M20 20v-.1M7.2 7.2v.1M16.7 7.2v.1M7.2 16.7v.1',
  ),
  delete: stroke('M8.5 5.5H21v13H8.5L3 12zM12 9.5l5 5M17 9.5l-5 5'),
  hand: stroke(
    'M8 12.5V5.3a1.6 1.6 0 0 1 3.2 0V11M11.2 11V9.5a1.6 1.6 0 0 1 3.2 0V11.5M14.4 11.5v-1a1.6 1.6 0 0 1 3.2 0V15c0 3.7-2.3 6-5.6 6-2.7 0-4-1.2-5.5-3.7L4.6 14a1.5 1.5 0 0 1 2.5-1.7L8 13.5',
  ),
  doorOpen: stroke('M3 20.5h18M6 20.5V3.5h12v17M6 3.5l7.5 2.5v16.5L6 20.5M10.8 13v1'),
  guide: stroke(
    'M12 6.5C10 4.8 7 4.3 3.5 4.5v13.5c3.5-.2 6.5.3 8.5 2 2-1.7 5-2.2 8.5-2V4.5c-3.5-.2-6.5.3-8.5 2zM12 6.5V20',
  ),
  bundle: stroke('M4 4h7v7H4zM13.5 4h6.5v7h-6.5zM4 13.5h7V20H4zM16.7 13.5V20M13.5 16.7H20'),
  event: stroke(
    'M4 6h16v14.5H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8M12 17.8l-2.6-2.3a1.5 1.5 0 0 1 2.6-1.5 1.5 1.5 0 0 1 2.6 1.5z',
  ),
  place: stroke(
    'M12 21.5c4.5-4.8 7-8.3 7-11.5a7 7 0 1 0-14 0c0 3.2 2.5 6.7 7 11.5zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  ),
  face1: face('M8.2 16.6c1.8-3 5.8-3 7.6 0'),
  face2: face('M8.5 16c1.7-1.6 5.3-1.6 7 0'),
  face3: face('M8.5 15.3h7'),
  face4: face('M8.5 14.6c1.7 1.7 5.3 1.7 7 0'),
  face5: face('M7.8 13.8c1 4.3 7.4 4.3 8.4 0z'),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof ICON_SHAPES;
