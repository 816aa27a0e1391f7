import type { ScriptProbe } from '../engine/probe.ts';
import { releaseIdForm } from '../layout/release-id.ts';
import { markerFile } from '../release/marker.ts';
import type { Release } from '../release/release.ts';
import { readLines } from './probe-lines.ts';
import { readRelease } from './releases.ts';

// Of a folder that another user can change nothing is read (rule *Roots alone*).
const script = `
for current in /docker/app/*/current; do
  [ -L "$current" ] && link=$(readlink "$current") && [[ $link =~ ^releases/${releaseIdForm}$ ]] || continue
  folder=\${current%/current} release=\${current%/*}/$link
  [ -f "$release/release.json" ] && [ -f "$release/${markerFile}" ] || continue
  [ -z "$(strangers "$release/release.json" "$release/${markerFile}")" ] || continue
  [ "$(cat "$release/${markerFile}")" = "\${folder##*/} \${link#releases/}" ] || continue
  echo "current $(base64 -w0 <"$release/release.json")"
done
true`;

/** Asks for the applications that were deployed to a server, by the records of their current releases. */
export const applicationsProbe: ScriptProbe<readonly Release[]> = {
  script,
  read: (output) =>
    readLines(output)
      .values('current')
      .flatMap((base64) => readRelease(base64) ?? []),
};
