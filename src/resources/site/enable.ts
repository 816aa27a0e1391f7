import type { SwitchStep } from '../../engine/step.ts';
import { text } from '../../messages/text.ts';
import { quote } from '../../shell/quote.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';

/**
 * The step that has systemd start nginx at boot, where it does not: the last one before the point of no return, once nginx
 * is proven in `pass`, the last pass. A unit that somebody enabled or disabled meanwhile is left as it is.
 */
export function enableSteps(nginx: InstalledNginx, pass: number, folder: string): readonly SwitchStep[] {
  if (nginx.unit === undefined || !nginx.disabled) return [];
  const unit = quote(nginx.unit);
  const note = quote(`${folder}/nginx-was-disabled`);
  return [
    {
      kind: 'switch',
      phase: 'switch',
      pass,
      stage: 'prove',
      id: 'site.enable',
      title: text('Have systemd start nginx at boot', '设置 nginx 开机自动启动'),
      reason: text(`${nginx.unit} is disabled`, `${nginx.unit} 未设为开机启动`),
      diff: `+ systemctl enable ${nginx.unit}`,
      script: `rm -f ${note}
if [ "$(systemctl is-enabled ${unit} 2>/dev/null)" = disabled ]; then
  : >${note}
  flush ${note} ${quote(folder)}
  systemctl enable ${unit}
fi`,
      undo: `if [ -e ${note} ]; then
  systemctl disable ${unit}
  rm -f ${note}
fi`,
    },
  ];
}
