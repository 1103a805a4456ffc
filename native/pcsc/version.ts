import { err, ok, type Result } from '../../contract/result.ts';
import type { Connection } from './connection.ts';
import type { LinkFailure } from './failure.ts';
import { encodeVersion, FIELDS, PROTOCOL_MAJOR, PROTOCOL_MINOR, REPLY_BYTES, wordAt } from './messages.ts';

/**
 * Agrees on a version. We offer 4:4. A daemon that takes only its own, newer minor version (2.3.0 and some after it want 4:5)
 * says which, keeps the connection, and is offered that: so far minor versions only added commands. Another major version,
 * or one before 4:4 (pcsc-lite before 1.8.24, with another way of waiting), ends the connection with a reason.
 */
export async function negotiate(connection: Connection, limitMs: number): Promise<Result<void, LinkFailure>> {
  let minor = PROTOCOL_MINOR;
  for (let offers = 0; offers < 2; offers += 1) {
    const reply = await connection.ask(encodeVersion(minor), REPLY_BYTES.version, limitMs);
    if (!reply.ok) return reply;
    const theirs = {
      major: wordAt(reply.value, FIELDS.version.major),
      minor: wordAt(reply.value, FIELDS.version.minor),
    };
    if (theirs.major !== PROTOCOL_MAJOR || theirs.minor < PROTOCOL_MINOR) {
      const reason = `pcscd speaks protocol ${theirs.major}:${theirs.minor}, this driver ${PROTOCOL_MAJOR}:${PROTOCOL_MINOR}`;
      return err(connection.fail({ kind: 'protocol', reason }));
    }
    if (wordAt(reply.value, FIELDS.version.rv) === 0) return ok(undefined);
    minor = theirs.minor;
  }
  return err(connection.fail({ kind: 'protocol', reason: `pcscd refuses protocol ${PROTOCOL_MAJOR}:${minor}` }));
}
