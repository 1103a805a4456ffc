import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Chromium's number for “block”. */
const DENY = 2;

/**
 * Denied before anybody asks, by Chromium's own names. The second lock behind the one permission that `grant-camera.ts`
 * gives; the camera is not among them, because a denial here would win.
 */
const DENIED_SETTINGS = [
  'background_sync',
  'bluetooth_guard',
  'clipboard',
  'file_system_write_guard',
  'geolocation',
  'hid_guard',
  'idle_detection',
  'local_fonts',
  'media_stream_mic',
  'midi_sysex',
  'notifications',
  'payment_handler',
  'popups',
  'sensors',
  'serial_guard',
  'usb_guard',
  'window_placement',
];

/**
 * What a fresh profile is told. The translation bubble lies over the page and has a menu of its own; the feature flag alone
 * does not keep it away (seen with Chromium 156 under a Chinese page).
 */
const PREFERENCES = {
  translate: { enabled: false },
  credentials_enable_service: false,
  autofill: { profile_enabled: false, credit_card_enabled: false },
  search: { suggest_enabled: false },
  history: { saving_disabled: true },
  profile: {
    default_content_setting_values: Object.fromEntries(DENIED_SETTINGS.map((name) => [name, DENY])),
  },
  download: { prompt_for_download: false, default_directory: '/nonexistent' },
};

/** Writes the preferences of a profile that does not exist yet. */
export function writePreferences(profile: string): void {
  const folder = path.join(profile, 'Default');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Chromium writes down the addresses of its windows to open them again; ours has the token in it. No setting stops
  // it, but where a file lies there can be no folder.
  for (const name of ['Sessions', 'Sessions_Encrypted']) writeFileSync(path.join(folder, name), '');
  writeFileSync(path.join(folder, 'Preferences'), JSON.stringify(PREFERENCES), { mode: 0o600 });
}
