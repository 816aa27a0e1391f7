import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookAtServing, observeServing } from '../../../src/commands/observe-serving.ts';
import { newRecord, type Run } from '../../../src/commands/run.ts';
import { decide } from '../../../src/decision/decide.ts';
import { failure } from '../../../src/messages/failure.ts';
import { text } from '../../../src/messages/text.ts';
import type { Server } from '../../../src/server/server.ts';
import { decisionInputs, jar, project, settings } from '../deployment/decision-inputs.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { patience } from '../engine/patience.ts';
import { openPrograms, type Programs } from '../resources/programs.ts';

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
  programs.put('nsenter', 'exit 0');
  programs.put(
    'docker',
    `case "$*" in *State.Status*) echo 'running 0 false 0 99999999 0001-01-01T00:00:00Z c1 SIGTERM ,172.17.0.5, /app' ;; *Config.User*) echo 10001:10001 ;; logs*) echo 'CommunicationsException: Communications link failure'; echo 'HikariPool-1 - Start completed.'; echo 'RedisConnectionFailureException: Unable to connect to Redis'; cat "$TEST/more.log" 2>/dev/null ;; esac`,
  );
});
afterEach(() => programs.remove());

/** The last look at a version; `status` is what its health path answers. */
async function look(
  status: string,
  changes: { isNew?: boolean; verified?: boolean; properties?: string; isAhead?: boolean } = {},
) {
  const { isNew = false, verified = true, isAhead = false } = changes;
  programs.put('curl', `case "$*" in *http_code*) echo ${status} ;; *) echo '{"status":"UP"}' ;; esac`);
  const record = { ...newRecord(0), verified };
  const said = { evidence: 'CommunicationsException: Communications link failure' };
  // What the first look warned of: connected since, and what is in this log no more.
  record.notices.push(failure('DATABASE_UNREACHABLE', { container: 'mccm-server' }, said));
  record.notices.push(failure('MAIL_ACCESS_DENIED', { container: 'mccm-server' }, { evidence: 'long ago' }));
  record.timings.push({ id: 'container.health', seconds: 30 }, { id: 'switch', seconds: 3 });
  const waits: number[] = [];
  const run = {
    ...patience(),
    log: listeningLog(),
    now: Date.now,
    enter: () => {},
    sleep: async (milliseconds: number) => void waits.push(milliseconds),
  } as unknown as Run;
  const { server: local } = programs;
  const server: Server = { ...local, run: (script, options) => local.run(`deploy_mark=@@\n${script}`, options) };
  const of = project({ jar: jar(changes.properties) });
  const decision = {
    ...decide(settings(), decisionInputs({ project: of })),
    hidden: 'taken-over' as const,
    newContainer: isNew ? text('a', '甲') : undefined,
  };
  const ahead = isAhead ? lookAtServing(server, decision) : undefined;
  await observeServing(
    isAhead ? { ...server, run: () => Promise.reject(new Error('asked')) } : server,
    decision,
    run,
    record,
    ahead,
  );
  return { record, waits, codes: record.notices.map(({ code }) => code) };
}

test('a version that goes on: what its health path answers, and what its log says', async () => {
  const { record, waits, codes } = await look('404');
  expect([record.healthStatus, codes, waits, record.warnings]).toEqual([
    404,
    ['MAIL_ACCESS_DENIED', 'REDIS_UNREACHABLE'],
    [],
    [],
  ]);
});

test('what was asked beside the looks from outside is not asked again', async () => {
  const { record, codes } = await look('404', { isAhead: true });
  expect([record.healthStatus, codes]).toEqual([404, ['MAIL_ACCESS_DENIED', 'REDIS_UNREACHABLE']]);
});

test('what it could not write since it began to serve', async () => {
  writeFileSync(join(programs.folder, 'more.log'), 'java.nio.file.AccessDeniedException: /data/uploads\n');
  const { record, codes } = await look('200');
  expect(codes).toContain('PATH_NOT_WRITABLE');
  const found = record.notices.find(({ code }) => code === 'PATH_NOT_WRITABLE');
  expect(found?.text.what.en).toContain('cannot write to /data/uploads: it runs as user 10001:10001');
  expect(found?.text.cure.en).toContain('  /docker/app/MCCM-server/uploads:/data/uploads');
});

test('one that answers no more', async () => {
  const { record, codes } = await look('000');
  expect([record.healthStatus, codes]).toEqual([undefined, ['MAIL_ACCESS_DENIED', 'REDIS_UNREACHABLE']]);
});

test('a new version whose health path tells nothing is given time', async () => {
  const properties = 'management.endpoint.health.enabled=false';
  expect((await look('404', { isNew: true, properties })).waits).toEqual([7000]);
  expect((await look('404', { isNew: true, properties, verified: false })).waits).toEqual([]);
  expect((await look('200', { isNew: true })).waits).toEqual([]);
});
