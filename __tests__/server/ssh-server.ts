import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, createServer, type Server as NetServer, type Socket } from 'node:net';
import ssh2, { type AuthContext, type Connection, type ServerChannel } from 'ssh2';
import { ed25519Pair } from './ed25519-pair.ts';

/** A host key or a user's key, both halves. */
export interface KeyPair {
  readonly private: string;
  /** The line of the .pub file. */
  readonly public: string;
}

export function keyPair(type: 'ed25519' | 'ecdsa' | 'rsa', passphrase?: string): KeyPair {
  const encryption = passphrase === undefined ? undefined : { passphrase, cipher: 'aes256-ctr', rounds: 4 };
  if (type === 'ed25519') return ed25519Pair(encryption);
  const bits = type === 'rsa' ? 2048 : 256;
  return ssh2.utils.generateKeyPairSync(type, { bits, ...encryption } as never);
}

/** The key in wire form, of a .pub line. */
export function blobOf(publicLine: string): Buffer {
  return Buffer.from(publicLine.split(' ')[1] ?? '', 'base64');
}

export interface SshServerOptions {
  readonly hostKeys: readonly string[];
  /** Lets a user in, or says which methods are left. */
  readonly authenticate?: (context: AuthContext) => true | ('publickey' | 'password' | 'keyboard-interactive')[];
  /** PATH of the commands that are run, in place of their own. */
  readonly path?: string;
  /** Stands in for running the command. */
  readonly onExec?: (channel: ServerChannel, command: string) => void;
  readonly refuseExec?: boolean;
  readonly refuseSession?: boolean;
  /** Sessions that are answered; further ones are left waiting, as some gateways do. */
  readonly answered?: number;
  /** Ends a connection on which a key comes with its signature before it was asked whether the key would do. */
  readonly inTurn?: boolean;
  /** Connections, counted from 1, that are cut before a byte is sent. */
  readonly cut?: (connection: number) => boolean;
}

/** An SSH server in this process, on loopback, that really runs what it is sent. */
export interface SshServer {
  readonly port: number;
  /** TCP connections accepted so far. */
  readonly connections: number;
  /** TCP connections that are open now. */
  readonly open: number;
  /** Login attempts so far, as `method` or `publickey:algorithm`. */
  readonly logins: readonly string[];
  readonly commands: readonly string[];
  /** Cuts every connection, as a network does: no goodbye. */
  drop(): void;
  stop(): Promise<void>;
}

export async function startSshServer(options: SshServerOptions): Promise<SshServer> {
  const sockets = new Set<Socket>();
  const children = new Set<ChildProcess>();
  const logins: string[] = [];
  const commands: string[] = [];
  let connections = 0;
  let sessions = 0;

  const ssh = new ssh2.Server({ hostKeys: [...options.hostKeys] }, (client: Connection) => {
    client.on('error', () => {});
    let asked = false;
    client.on('authentication', (context) => {
      logins.push(context.method === 'publickey' ? `publickey:${context.key.algo}` : context.method);
      if (context.method === 'publickey' && options.inTurn === true) {
        if (context.signature !== undefined && !asked) {
          client.end();
          return;
        }
        asked = true;
      }
      const verdict = options.authenticate?.(context) ?? true;
      if (verdict === true) context.accept();
      else context.reject(verdict);
    });
    client.on('session', (accept, reject) => {
      if (options.refuseSession === true) {
        reject();
        return;
      }
      sessions += 1;
      if (options.answered !== undefined && sessions > options.answered) return;
      const session = accept();
      session.on('exec', (acceptExec, rejectExec, info) => {
        if (options.refuseExec === true) {
          rejectExec();
          return;
        }
        commands.push(info.command);
        const channel = acceptExec();
        channel.on('error', () => {});
        if (options.onExec !== undefined) options.onExec(channel, info.command);
        else runCommand(channel, info.command);
      });
    });
  });

  function runCommand(channel: ServerChannel, command: string): void {
    const path = options.path ?? process.env.PATH ?? '';
    const environment = { HOME: '/', PATH: path };
    // Programs are looked for in folders of the command's own; here they are those of this machine, or of the test.
    const own = command.replace(/ PATH=\S+/, ` 'PATH=${path}'`);
    const child = spawn('/bin/sh', ['-c', `exec ${own}`], { env: environment, detached: true });
    children.add(child);
    channel.pipe(child.stdin);
    child.stdin.on('error', () => {});
    child.stdout.pipe(channel, { end: false });
    child.stderr.pipe(channel.stderr, { end: false });
    channel.on('close', () => {
      for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.destroy();
    });
    child.on('close', (code, signal) => {
      children.delete(child);
      if (signal === null) channel.exit(code ?? 0);
      else channel.exit(signal.replace('SIG', ''), false, '');
      channel.close();
    });
  }

  const net: NetServer = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    if (options.cut?.(connections) === true) socket.destroy();
    else ssh.injectSocket(socket);
  });
  await new Promise<void>((resolve) => net.listen(0, '127.0.0.1', resolve));
  return {
    port: (net.address() as AddressInfo).port,
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
    logins,
    commands,
    drop: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      for (const { pid } of children) if (pid !== undefined) killGroup(pid);
      await new Promise<void>((resolve) => net.close(() => resolve()));
    },
  };
}

/** Ends a command and what it started, which holds on to the command's pipes. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

/** A TCP server that is no SSH server; `greet` gets each connection. */
export async function startTcpServer(
  greet: (socket: Socket) => void,
): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const net = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    greet(socket);
  });
  await new Promise<void>((resolve) => net.listen(0, '127.0.0.1', resolve));
  return {
    port: (net.address() as AddressInfo).port,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => net.close(() => resolve()));
    },
  };
}
