import { notApplicable, OUT, offline, online, type StatedOutcomes } from './stated.ts';

export const LOCKER: StatedOutcomes = {
  'absent at start': offline('locker.offline', OUT, 'no pulse was sent, and none is kept for later'),
  'unplugged mid-exchange': offline('locker.doorUnknown', OUT, 'one pulse may have got out; no second one follows'),
  'back after 1 s': online('done', 'the switch of the door is looked at over a new wire; one pulse'),
  silent: offline(
    'locker.offline',
    ['lineSilent', ...OUT],
    'no pulse was sent: a board that does not answer is not told to open',
  ),
  slow: online('done', 'it takes longer'),
  garbage: online('done', 'noise is discarded and counted; one pulse'),
  'wrong checksum': online('done', 'the answer is refused; the door is looked at, and not pulsed again'),
  'stuck status': online('locker.notOpened', 'one pulse; the switch says closed, and only the switch is believed'),
  'another device': offline('locker.offline', ['lineSilent', ...OUT], 'its bytes are no doors'),
};

export const AUXILIARIES: StatedOutcomes = {
  'absent at start': offline('auxiliaries.offline', OUT, 'the kiosk goes on without lights'),
  'unplugged mid-exchange': offline('auxiliaries.offline', OUT, 'sensors are unknown, not as they were'),
  'back after 1 s': online('auxiliaries.offline', 'the light that was wanted is set when the board is back'),
  silent: offline('auxiliaries.offline', ['noReply', ...OUT], 'told within 2 s; sensors are unknown'),
  slow: online('done', 'it takes longer'),
  garbage: online('done', 'noise is discarded and counted'),
  'wrong checksum': online('done', 'the answer is refused, and asked for again'),
  'stuck status': online('lit, sensor notPresent', 'a sensor that never changes cannot be told from nobody there'),
  'another device': offline('auxiliaries.offline', ['noReply', 'badReply', ...OUT], 'its bytes are no sensors'),
};

export const UPS: StatedOutcomes = {
  'absent at start': offline('not known', OUT, 'the power is unknown, not good'),
  'unplugged mid-exchange': offline('not known', OUT, 'the power is unknown, not good'),
  'back after 1 s': online('done', 'what happened to the mains is told'),
  silent: offline('not known', ['timeout'], 'told after one interval and one limit: 3 s at most'),
  slow: online('done', 'it takes longer'),
  garbage: online('done', 'a line that cannot be read ends the connection; the next one tells'),
  'wrong checksum': notApplicable('lines of text over TCP have no check of their own'),
  'stuck status': offline('not known', ['DATA-STALE'], 'upsd says that it knows nothing new: then nothing is known'),
  'another device': offline('not known', ['badReply', 'timeout', ...OUT], 'what answers on its port is no upsd'),
};
