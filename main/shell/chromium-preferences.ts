import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What a fresh profile is told. The translation bubble lies over the page and has a menu of its own; the feature flag alone
 * does not keep it away (seen with Chromium 156 under a Chinese page).
 */
const PREFERENCES = {
  translate: { enabled: false },
  credentials_enable_service: false,
  autofill: { profile_enabled: false, credit_card_enabled: false },
  search: { suggest_enabled: false },
  download: { prompt_for_download: false, default_directory: '/nonexistent' },
};

/** Writes the preferences of a profile that does not exist yet. */
export function writePreferences(profile: string): void {
  const folder = path.join(profile, 'Default');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, 'Preferences'), JSON.stringify(PREFERENCES), { mode: 0o600 });
}
