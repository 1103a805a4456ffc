import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writePreferences } from './chromium-preferences.ts';

test('a fresh profile offers neither translation nor saved passwords', () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'tongban-preferences-'));
  writePreferences(profile);
  const written: unknown = JSON.parse(readFileSync(path.join(profile, 'Default', 'Preferences'), 'utf8'));
  expect(written).toMatchObject({ translate: { enabled: false }, credentials_enable_service: false });
  rmSync(profile, { recursive: true });
});

test('a fresh profile denies the microphone and the place of the machine, and keeps no history', () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'tongban-preferences-'));
  writePreferences(profile);
  const written: unknown = JSON.parse(readFileSync(path.join(profile, 'Default', 'Preferences'), 'utf8'));
  expect(written).toMatchObject({
    history: { saving_disabled: true },
    profile: { default_content_setting_values: { media_stream_mic: 2, geolocation: 2, notifications: 2 } },
  });
  expect(JSON.stringify(written)).not.toContain('media_stream_camera');
  rmSync(profile, { recursive: true });
});

test('the page itself asks not to be translated', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../renderer/index.html'), 'utf8');
  expect(page).toContain('translate="no"');
  expect(page).toContain('<meta name="google" content="notranslate">');
});
