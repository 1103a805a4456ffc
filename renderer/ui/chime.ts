/** Two tones, Hz: a falling third, as of a door bell; friendly, and nobody's alarm. */
const TONES_HZ = [784, 622] as const;
const TONE_SECONDS = 0.32;
const LOUDNESS = 0.25;
const LOUD = 0.9;

/** Makes one look up. Computed, so no file is needed; silent on a machine without sound. */
export function chime(loud = false): void {
  if (typeof AudioContext === 'undefined') return;
  const audio = new AudioContext();
  const begin = audio.currentTime + 0.02;
  for (const [index, hertz] of TONES_HZ.entries()) {
    const at = begin + index * TONE_SECONDS * 0.7;
    const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = hertz;
    // Swells and fades, because a tone that is cut clicks.
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(loud ? LOUD : LOUDNESS, at + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.001, at + TONE_SECONDS);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + TONE_SECONDS);
  }
  // A browser gives few of them: given back when it has sounded, or could not.
  setTimeout(() => void audio.close().catch(() => undefined), 1_500);
}
