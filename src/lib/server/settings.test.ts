import { describe, expect, it } from 'vitest';
import { DomainError } from '../kernel/domain-error';
import { loadSettings, type SettingProblem } from './settings';

function refusal(env: Record<string, string>): DomainError {
  try {
    loadSettings(env);
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('the settings were accepted');
}

describe('settings', () => {
  it('have safe defaults', () => {
    expect(loadSettings({})).toEqual({
      port: 4600,
      host: '127.0.0.1',
      origin: null,
      dataDir: `${process.cwd()}/data`,
      databaseUrl: null,
      handsontableLicenseKey: null,
      mode: 'centre'
    });
  });

  it('read every variable, and take an empty one as absent', () => {
    const settings = loadSettings({
      PORT: '80',
      HOST: '0.0.0.0',
      ORIGIN: 'https://examen.example.fr/',
      DATA_DIR: '/srv/plateau',
      DATABASE_URL: 'postgres://plateau@db/plateau',
      HANDSONTABLE_LICENSE_KEY: ' ',
      PLATEAU_MODE: 'demo'
    });
    expect(settings).toEqual({
      port: 80,
      host: '0.0.0.0',
      origin: 'https://examen.example.fr',
      dataDir: '/srv/plateau',
      databaseUrl: 'postgres://plateau@db/plateau',
      handsontableLicenseKey: null,
      mode: 'demo'
    });
  });

  it('tell all problems at once, each in English and in French', () => {
    const error = refusal({ PORT: '99999', HOST: 'http://x', ORIGIN: 'example.fr/a', PLATEAU_MODE: 'test' });
    expect(error.code).toBe('settings.invalid');
    const problems = error.details.problems as SettingProblem[];
    expect(problems.map(({ name }) => name)).toEqual(['PORT', 'HOST', 'ORIGIN', 'PLATEAU_MODE']);
    expect(problems[0]).toEqual({
      name: 'PORT',
      english: 'PORT must be a whole number from 0 to 65535, not "99999"',
      french: 'PORT doit être un nombre entier de 0 à 65535, et non « 99999 »'
    });
    expect(error.message.split('\n')).toHaveLength(8);
  });

  it('never repeat the address of a database, which may hold a password', () => {
    expect(refusal({ DATABASE_URL: 'mysql://root:secret@db' }).message).not.toContain('secret');
  });
});
