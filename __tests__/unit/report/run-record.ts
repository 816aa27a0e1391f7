import { newRecord, type RunRecord } from '../../../src/commands/run.ts';
import { makePlan } from '../../../src/engine/plan.ts';
import { text } from '../../../src/messages/text.ts';
import { release } from '../deployment/release.ts';
import { serverStep, switchStep } from '../engine/steps.ts';

/** The record of a deploy that went well, with what a test changes. */
export function deployedRecord(changes: Partial<RunRecord> = {}): RunRecord {
  return {
    ...newRecord(1000),
    app: release.app,
    domain: 'api.example.com',
    httpsPort: 8014,
    release,
    previous: { ...release, id: 'R0' },
    plan: makePlan([
      serverStep('image.build', 'true', { title: text('Build | it', '构建 | 它'), diff: '+ docker build' }),
      switchStep('site.swap', 'swap', 'true', { diff: '- ```old```\n+ new' }),
    ]),
    site: 'server { listen 8014; }\n',
    changed: true,
    verified: true,
    outside: {
      domain: 'api.example.com',
      httpsPort: 8014,
      path: '/actuator/health',
      expected: { status: [{ from: 200, to: 200 }] },
      name: { kind: 'resolves', addresses: ['203.0.113.7'] },
      attempts: 1,
      tookMs: 10,
    },
    healthStatus: 200,
    certificateNotAfter: new Date('2027-01-02T03:04:05Z'),
    timings: [{ id: 'image.build', seconds: 12.34 }],
    ...changes,
  };
}
