export interface ChromiumFlagOptions {
  /** A fresh directory of mode 0700; nothing in it survives the browser. */
  readonly profile: string;
  readonly headless: boolean;
  /** Chromium's own sandbox refuses to work for root. */
  readonly root: boolean;
}

/** Browser features that could show a bubble, call home, or lead out of the page. */
const OFF = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'InterestFeedContentSuggestions',
  'LiveCaption',
  'MediaRouter',
  'OptimizationHints',
  'OverscrollHistoryNavigation',
  'SpareRendererForSitePerProcess',
  'TouchTextEditingRedesign',
  'Translate',
  'TranslateUI',
];

/**
 * The arguments of a locked kiosk browser. The address of the page is not among them: it carries the token, and every
 * user of the machine can read a process list. It is given through the DevTools pipe, which only the parent holds.
 */
export function chromiumArguments(options: ChromiumFlagOptions): string[] {
  return [
    `--user-data-dir=${options.profile}`,
    '--remote-debugging-pipe',
    ...(options.headless ? ['--headless'] : ['--kiosk', '--start-fullscreen', '--window-position=0,0']),
    // Nothing asks, nothing greets, nothing is remembered.
    '--no-first-run',
    '--no-default-browser-check',
    // Not `--incognito`: what the DevTools pipe grants does not reach an incognito window, and the camera could only be
    // had by a switch that opens the microphone with it. The profile is removed instead, and keeps no pages.
    '--disk-cache-dir=/dev/null',
    '--disable-search-engine-choice-screen',
    '--noerrdialogs',
    '--disable-infobars',
    '--hide-crash-restore-bubble',
    '--disable-prompt-on-repost',
    '--disable-notifications',
    '--deny-permission-prompts',
    '--disable-file-system',
    '--disable-extensions',
    '--password-store=basic',
    // Gestures that leave the page.
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    // No word to anyone but the core; personal data in no crash dump.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-breakpad',
    '--no-pings',
    '--no-proxy-server',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE [::1]',
    `--disable-features=${OFF.join(',')}`,
    // A page that nobody has touched for an hour must still be awake.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--autoplay-policy=no-user-gesture-required',
    ...(options.root ? ['--no-sandbox'] : []),
    ...(options.headless ? ['about:blank'] : ['--app=about:blank']),
  ];
}
