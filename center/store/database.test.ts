import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { groupCommit } from './group-commit.ts';
import { MIGRATIONS } from './migrations.ts';
import { COUNT_PRINTED } from './transactions.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'center-store-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('opening', () => {
  it('a reopened file is as durable as a new one', () => {
    openDatabase(dir).close();
    const database = openDatabase(dir);
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    database.close();
  });

  it('nobody else on the machine can read the records', () => {
    openDatabase(dir).close();
    expect(statSync(join(dir, 'center.sqlite')).mode & 0o077).toBe(0);
  });

  it('a database from the future is refused and left alone', () => {
    openDatabase(dir, [...MIGRATIONS, 'CREATE TABLE later (id TEXT) STRICT']).close();
    expect(() => openDatabase(dir)).toThrow(`has schema ${MIGRATIONS.length + 1}`);
    const raw = new Database(join(dir, 'center.sqlite'));
    expect(raw.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length + 1);
    raw.close();
  });

  it('a migration that fails leaves nothing of itself behind', () => {
    openDatabase(dir).close();
    expect(() => openDatabase(dir, [...MIGRATIONS, 'CREATE TABLE half (id TEXT) STRICT; SELECT nonsense'])).toThrow();
    const database = openDatabase(dir);
    expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
    database.close();
  });

  it('transactions of before are kept when holders may be absent', () => {
    const before = openDatabase(dir, MIGRATIONS.slice(0, 1));
    const insert = `INSERT INTO transaction_revisions VALUES (?, 1, ?, '310120-0042', x'00', '310025000101', 'printed',
      'SH20261121-22222222', 5, NULL, ?, ?, ?, '2026-11-21', '2026-11-21', '2026-11-21')`;
    before.prepare(insert).run('a', 'key-a', 'resident', '王桂兰', '319999195103129021');
    before.close();
    const database = openDatabase(dir);
    database.prepare(insert).run('b', 'key-b', null, null, null);
    const kept = database.prepare('SELECT id, holder_name, pages FROM transactions ORDER BY id').all();
    expect(kept).toEqual([
      { id: 'a', holder_name: '王桂兰', pages: 5 },
      { id: 'b', holder_name: null, pages: 5 },
    ]);
    database.close();
  });

  it('the newest revision of a transaction is found by its index', () => {
    const database = openDatabase(dir);
    const plan = database
      .prepare<[string], { detail: string }>('EXPLAIN QUERY PLAN SELECT * FROM transactions WHERE kiosk_id = ?')
      .all('310120-0042')
      .map(({ detail }) => detail);
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    database.close();
  });
});

describe('counting the prints of one person', () => {
  it('looks only at what was printed for that person, by its index', () => {
    const database = openDatabase(dir);
    const prints = { kioskId: '310120-0042', itemCode: '310009000102', holderIdNumber: 'x', day: '2026-11-21' };
    const plan = database
      .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${COUNT_PRINTED}`)
      .all(prints)
      .map(({ detail }) => detail);
    expect(plan.join('; ')).toContain(
      'USING INDEX transaction_revisions_printed (holder_id_number=? AND item_code=? AND kiosk_id=?)',
    );
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    database.close();
  });
});

describe('group commit', () => {
  it('writes of one turn are one transaction, and one that fails is undone alone', async () => {
    const database = openDatabase(dir);
    database.exec('CREATE TABLE notes (text TEXT PRIMARY KEY) STRICT');
    const insert = database.prepare('INSERT INTO notes VALUES (?)');
    const commits = groupCommit(database);
    const inside: boolean[] = [];
    const write = (text: string, thenFail = false) =>
      commits.write(() => {
        insert.run(text);
        inside.push(database.inTransaction);
        if (thenFail) throw new Error(`no ${text}`);
        return text;
      });
    const outcomes = await Promise.allSettled([write('a'), write('b', true), write('a'), write('c')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(inside).toEqual([true, true, true]);
    expect(database.prepare('SELECT text FROM notes ORDER BY text').pluck().all()).toEqual(['a', 'c']);
    database.close();
  });

  it('nobody is told of success when the commit itself fails', async () => {
    const database = openDatabase(dir);
    const commits = groupCommit(database);
    const written = commits.write(() => 'done');
    database.close();
    await expect(written).rejects.toThrow('not open');
  });
});
