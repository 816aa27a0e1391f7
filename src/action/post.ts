import * as core from '@actions/core';
import { mainMessages } from '../messages/main.ts';
import { inputsFrom } from '../settings/inputs.ts';
import { languageOf } from '../settings/read-settings.ts';
import { rememberedPhase } from './state.ts';

/**
 * The post step: says where a run that was cancelled or killed was, and what becomes of it. The lock needs nothing:
 * it is free some seconds after the last heartbeat.
 */
export function post(): void {
  const phase = rememberedPhase();
  if (phase === '' || phase === 'ended') return;
  core.warning(mainMessages.cutShort(phase)[languageOf(inputsFrom(process.env))]);
}
