import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { preparedOnce } from './prepared-once';

describe('statements prepared once', () => {
  it('give the rows of now for the values of now', () => {
    const connection = new Sqlite(':memory:');
    connection.exec('create table seats (post text, n integer)');
    const cached = preparedOnce(connection);
    const read = () => cached.prepare('select n from seats where post = ?');
    expect(read()).toBe(read());
    expect(read().all(['12'])).toEqual([]);
    connection.exec("insert into seats values ('12', 7), ('13', 8)");
    expect(read().all(['12'])).toEqual([{ n: 7 }]);
    expect(read().all(['13'])).toEqual([{ n: 8 }]);
    connection.exec('alter table seats add column hand text');
    expect(cached.prepare('select * from seats where n = ?').all([7])).toEqual([
      { post: '12', n: 7, hand: null }
    ]);
    cached.close();
    expect(connection.open).toBe(false);
  });

  it('keep a limited number of texts', () => {
    const cached = preparedOnce(new Sqlite(':memory:'));
    const first = cached.prepare('select 0 as x');
    for (let x = 1; x <= 400; x++) expect(cached.prepare(`select ${x} as x`).all([])).toEqual([{ x }]);
    expect(cached.prepare('select 0 as x')).not.toBe(first);
    cached.close();
  });
});
