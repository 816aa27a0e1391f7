import { type InputName, inputTexts } from '../messages/inputs.ts';
import type { Inputs } from './inputs.ts';

/**
 * Inputs that describe a release and how it comes to the server: a release that was kept has its own. Its certificate is the
 * one that the server has.
 */
const ofTheRelease: readonly InputName[] = [
  'jar',
  'dockerfile',
  'context',
  'build-args',
  'base-image',
  'spring-profile',
  'java-options',
  'memory',
  'timezone',
  'files',
  'volumes',
  'network',
  'docker-options',
  'app-port',
  'publish-app-port',
  'adopt',
  'drain-timeout',
  'provision',
  'static-site',
  'static-site-path',
  'static-site-fallback',
  'max-body-size',
  'nginx-snippet',
  'certificate',
  'certificate-chain',
  'certificate-key',
  'acme-directory',
  'acme-email',
  'renew-before-days',
  'certificate-timeout',
  'health-path',
  'health-status',
  'health-timeout',
];

/** What action.yml has the runner fill in for them: not given. */
const filledIn: Partial<Readonly<Record<InputName, string>>> = {
  adopt: 'true',
  'drain-timeout': '30',
  provision: 'true',
  'max-body-size': '20m',
  'certificate-timeout': '900',
  'health-timeout': '240',
};

/** Whether an input has an effect on `rollback`. */
export function countsForRollback(name: InputName): boolean {
  return !ofTheRelease.includes(name);
}

/** Inputs that are given and have no effect on `rollback`, in the order of action.yml. */
export function unusedByRollback(inputs: Inputs): readonly InputName[] {
  return (Object.keys(inputTexts) as InputName[]).filter((name) => {
    const value = inputs.get(name)?.trim() ?? '';
    return !countsForRollback(name) && value !== '' && value !== filledIn[name];
  });
}
