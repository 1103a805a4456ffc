import { notApplicable, OUT, offline, online, type StatedOutcomes } from './stated.ts';

const NO_ANSWER = ['noReply', ...OUT];

export const NEWLAND: StatedOutcomes = {
  'absent at start': offline('scanner.offline', OUT, 'said before anybody holds a code there'),
  'unplugged mid-exchange': offline('scanner.offline', OUT, 'its light is not promised'),
  'back after 1 s': online('scanner.offline', 'the light was not promised; it is in use again before the next try'),
  silent: offline('scanner.offline', NO_ANSWER, 'told within 2 s'),
  slow: online('done', 'it takes longer'),
  garbage: online('done', 'noise is no code: it is refused, and the code behind it is read'),
  'wrong checksum': notApplicable('its frames have no check, only a beginning and an end'),
  'stuck status': online('done', 'the same code again and again is one scan'),
  'another device': offline(
    'scanner.offline',
    NO_ANSWER,
    'it does not answer as this scanner does: its bytes are no codes',
  ),
};

export const HID_POS: StatedOutcomes = {
  'absent at start': offline('scanner.offline', OUT, 'said before anybody holds a code there'),
  'unplugged mid-exchange': offline('nothing scanned', OUT, 'half a code is no code'),
  'back after 1 s': online('nothing scanned', 'half a code is no code; the light is on again when it is back'),
  silent: online(
    'nothing scanned',
    'it answers nothing at any time, so that only its plug tells; nobody is told a wrong code',
  ),
  slow: online('done', 'it takes longer'),
  garbage: online(
    ['done', 'nothing scanned'],
    'a report that lies about its length may have been the first part of a code: what follows is refused, until it is held there again',
  ),
  'wrong checksum': notApplicable('USB checks reports itself; there is no check in them'),
  'stuck status': online('done', 'the same code again and again is one scan'),
  'another device': online(
    ['scanner.offline', 'nothing scanned'],
    'reports of another kind are discarded; a real one would not be opened, for its USB numbers are others',
  ),
};
