import type { Machine } from '../hop.ts';
import { text } from '../text.ts';

/** Failures of going through a jump host that concern no other server. */
export const jumpHostErrors = {
  INPUT_JUMP_HOST: (p: { value: string }) => ({
    what: text(`\`jump-host\` cannot be "${p.value}".`, `\`jump-host\` 不能是“${p.value}”。`),
    why: text(
      'It is `[user@]host[:port]`: one machine, by its host name or IP address. An IPv6 address is in brackets.',
      '跳板机的格式为 `[用户@]主机[:端口]`，只能是一台机器。IPv6 地址须放在方括号中。',
    ),
    cure: text(
      'Write it like `jump@203.0.113.20:22`, `bastion.example.com` or `[2001:db8::20]:2222`.',
      '请写成 `jump@203.0.113.20:22`、`bastion.example.com` 或 `[2001:db8::20]:2222` 的形式。',
    ),
  }),
  INPUT_JUMP_KEY: (_: object) => ({
    what: text(
      '`jump-host` needs a key: `jump-private-key`, or `private-key` for both machines.',
      '`jump-host` 需要密钥：`jump-private-key`，或同时用于两台机器的 `private-key`。',
    ),
    why: text(
      'The action logs in to a jump host by key only. It never sends `password` to another machine than the server.',
      '登录跳板机只使用密钥；`password` 只会发送给服务器，不会发送给其他机器。',
    ),
    cure: text(
      'Make a key with `ssh-keygen -t ed25519 -N "" -f jump`, append the line of jump.pub to ~/.ssh/authorized_keys on the jump host, and give the file jump as `jump-private-key`.',
      '用 `ssh-keygen -t ed25519 -N "" -f jump` 生成密钥，把 jump.pub 的内容追加到跳板机的 ~/.ssh/authorized_keys，并把 jump 文件的内容作为 `jump-private-key` 传入。',
    ),
  }),
  SSH_FROM_RUNNER_JUMP: (p: { port: number }) => ({
    what: text(
      '`ssh-from-runner` cannot be combined with `jump-host`.',
      '`ssh-from-runner` 不能与 `jump-host` 同时使用。',
    ),
    why: text(
      'It opens SSH on the server for the address of the runner. Behind a jump host, the address that connects is that of the jump host.',
      '它为运行器的地址放通服务器的 SSH 端口；而通过跳板机连接时，来源是跳板机的地址。',
    ),
    cure: text(
      `Remove \`ssh-from-runner\`. In the firewall or security group of the server, allow TCP ${p.port} from the address of the jump host.`,
      `请删除 \`ssh-from-runner\`，并在服务器的防火墙或安全组中，允许跳板机的地址访问 TCP ${p.port}。`,
    ),
  }),
  JUMP_FORWARD_REFUSED: (p: Machine & { target: string; targetPort: number; detail: string }) => ({
    what: text(
      `The jump host ${p.host}, port ${p.port}, refuses to forward a connection to ${p.target}, port ${p.targetPort} (${p.detail}).`,
      `跳板机 ${p.host} 端口 ${p.port} 拒绝转发到 ${p.target} 端口 ${p.targetPort} 的连接（${p.detail}）。`,
    ),
    why: text(
      'The login at the jump host succeeded. Its sshd forbids TCP forwarding (`AllowTcpForwarding`, `DisableForwarding`) or this destination (`PermitOpen`), or the line of the key in authorized_keys does (`restrict`, `no-port-forwarding`, `permitopen=`).',
      '已成功登录跳板机。其 sshd 禁止 TCP 转发（`AllowTcpForwarding`、`DisableForwarding`）或禁止该目标（`PermitOpen`），或 authorized_keys 中该密钥的选项禁止（`restrict`、`no-port-forwarding`、`permitopen=`）。',
    ),
    cure: text(
      `As root on the jump host: \`sshd -T | grep -iE "forwarding|permitopen"\` shows what is allowed; \`AllowTcpForwarding local\` with \`PermitOpen ${p.target}:${p.targetPort}\` is enough. Then \`systemctl reload ssh || systemctl reload sshd\`. In authorized_keys, \`restrict,port-forwarding,permitopen="${p.target}:${p.targetPort}"\` before the key is enough.`,
      `以 root 在跳板机上执行 \`sshd -T | grep -iE "forwarding|permitopen"\` 查看允许的范围；\`AllowTcpForwarding local\` 加 \`PermitOpen ${p.target}:${p.targetPort}\` 即可，然后执行 \`systemctl reload ssh || systemctl reload sshd\`。在 authorized_keys 中，密钥前写 \`restrict,port-forwarding,permitopen="${p.target}:${p.targetPort}"\` 即可。`,
    ),
  }),
  JUMP_TARGET_UNREACHABLE: (p: { host: string; port: number; jump: string; detail: string }) => ({
    what: text(
      `The jump host ${p.jump} cannot connect to the server ${p.host}, port ${p.port} (${p.detail}).`,
      `跳板机 ${p.jump} 无法连接服务器 ${p.host} 端口 ${p.port}（${p.detail}）。`,
    ),
    why: text(
      'The login at the jump host succeeded. It resolves `host` and connects to it from its own network: the name or address is not known there, sshd listens on another port, or the firewall of the server does not allow the jump host.',
      '已成功登录跳板机。`host` 由跳板机解析，并从跳板机所在网络连接：可能是那里不认识该名称或地址、sshd 监听在其他端口，或服务器的防火墙没有放行跳板机。',
    ),
    cure: text(
      `On the jump host, \`timeout 5 bash -c '</dev/tcp/${p.host}/${p.port}' && echo open\` tries it. Set \`host\` and \`port\` to what works there, such as the private address of the server. Or allow TCP ${p.port} from the address of the jump host in the firewall or security group of the server.`,
      `在跳板机上执行 \`timeout 5 bash -c '</dev/tcp/${p.host}/${p.port}' && echo open\` 验证。请把 \`host\` 和 \`port\` 设为在跳板机上可用的值，例如服务器的内网地址；或在服务器的防火墙、安全组中，允许跳板机的地址访问 TCP ${p.port}。`,
    ),
  }),
};
