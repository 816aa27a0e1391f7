import type { CertificatesOfApi } from './account-certificates.ts';

/** What decides applications by and by, until it is stopped. */
export interface RunningAuthority {
  stop(): Promise<void>;
}

/** Starts it; `complain` hears what goes wrong. */
export function startAuthority(certificates: CertificatesOfApi, complain: (error: Error) => void): RunningAuthority {
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = certificates.advance().catch(complain);
  }, 200).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await last;
    },
  };
}
