import { notApplicable, OUT, offline, online, type StatedOutcomes } from './stated.ts';

const PCSCD_GONE = ['pcscdAbsent', 'pcscdClosed'];

export const ID_CARD: StatedOutcomes = {
  'absent at start': offline('nothing read', OUT, 'offline with its reason; no crash, no card'),
  'unplugged mid-exchange': offline('nothing read', OUT, 'half a card is no card'),
  'back after 1 s': online('done', 'the card that still lies there is read from its beginning'),
  silent: offline('nothing read', ['timeout'], 'told within 2 s, and asked on and on'),
  slow: online('done', 'it takes longer'),
  garbage: online('done', 'noise is discarded and counted; the exchange is made again'),
  'wrong checksum': online('done', 'the frame is refused, and the card is read again'),
  'stuck status': online('read, not removed', 'a card is removed only when it is gone: the visit must end by itself'),
  'another device': offline('nothing read', ['timeout', ...OUT], 'bytes of others make no card'),
};

export const SOCIAL_CARD: StatedOutcomes = {
  'absent at start': offline('nothing read', PCSCD_GONE, 'offline with its reason; no crash, no card'),
  'unplugged mid-exchange': offline('nothing read', PCSCD_GONE, 'half a card is no card'),
  'back after 1 s': online('done', 'the card that is still in the slot is read from its beginning'),
  silent: offline('nothing read', ['pcscdSilent'], 'told within 2 s; a new connection is tried on and on'),
  slow: online('done', 'it takes longer'),
  garbage: online('done', 'bytes that nobody asked for end the connection; the card is read over a new one'),
  'wrong checksum': notApplicable(
    "pcscd's messages have no check: a local socket; card and reader check among themselves",
  ),
  'stuck status': online('read, not removed', 'a card is removed only when it is gone: the visit must end by itself'),
  'another device': offline(
    'nothing read',
    ['pcscdProtocol', 'pcscdSilent', ...PCSCD_GONE],
    'whoever does not speak as pcscd is not believed',
  ),
};
