import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PracticeServer } from '../../practice/server.ts';

/**
 * Keeps the records of all releases on a server after a run, under the name of the scenario, where `RECORDED_RELEASES` names a
 * folder: so are the fixtures of `__tests__/unit/deployment/recorded` made. Never throws: a server may be gone by then.
 */
export async function keepRecords(server: PracticeServer): Promise<void> {
  const folder = process.env.RECORDED_RELEASES;
  if (folder === undefined) return;
  const { stdout } = await server
    .exec('for file in /docker/app/*/releases/*/release.json; do [ ! -f "$file" ] || base64 -w0 "$file"; echo; done')
    .catch(() => ({ stdout: '' }));
  const scenario = basename(expect.getState().testPath ?? 'unknown', '.test.ts');
  mkdirSync(folder, { recursive: true });
  for (const record of stdout.split('\n').filter(Boolean)) {
    const text = Buffer.from(record, 'base64').toString('utf8');
    const { id } = JSON.parse(text) as { readonly id: string };
    const sha256 = createHash('sha256').update(text).digest('hex');
    writeFileSync(join(folder, `${scenario}.${id}.${sha256.slice(0, 8)}.json`), text);
  }
}
