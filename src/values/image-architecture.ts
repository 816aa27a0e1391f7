/** The architecture that `uname -m` tells, as images name it. */
export function imageArchitecture(machine: string): string {
  const names: Readonly<Record<string, string>> = {
    x86_64: 'amd64',
    aarch64: 'arm64',
    armv7l: 'arm',
    i686: '386',
    loongarch64: 'loong64',
  };
  return names[machine] ?? machine;
}
