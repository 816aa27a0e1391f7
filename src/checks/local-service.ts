import { type Failure, failure } from '../messages/failure.ts';
import type { LocalService, ServiceKind } from '../values/service-kinds.ts';
import type { ContainerObservation } from './container-observation.ts';

/** What leads the services of a kind that the application looks for at localhost to the server; undefined: it has none. */
export function settingsOf({ local }: Pick<ContainerObservation, 'local'>, kind: ServiceKind): string | undefined {
  const settings = (local ?? []).filter((one) => one.kind === kind).map(({ setting }) => setting);
  return settings.length === 0 ? undefined : settings.join('`, `');
}

/** What clients of redis say that they reach no server, and the host that they name. */
const redisUnreached =
  /RedisConnectionFailureException|RedisConnectionException|JedisConnectionException|Cannot get Jedis connection|Could not get a resource from the pool|Unable to connect to Redis/;
const redisHost =
  /(?:nable to connect to (?:Redis server: )?|connecting to "?|refused: (?:no further information: )?)(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|[\w.-]+)(?:\/\S*?)?:\d+/;

/** Why the application does not get at redis, where its log says so and it looks for it within its own container. */
export function diagnoseRedis(observation: ContainerObservation): Failure | undefined {
  const { name, logLines } = observation;
  const at = logLines.findLastIndex((line) => redisUnreached.test(line));
  if (at === -1) return undefined;
  const configured = settingsOf(observation, 'redis');
  const [, host] = redisHost.exec(logLines.findLast((line) => redisHost.test(line)) ?? '') ?? [];
  const local = host === undefined ? configured !== undefined : isLoopback(host);
  if (!local) return undefined;
  const standard = 'env: SPRING_DATA_REDIS_HOST=host.docker.internal (Spring Boot 2: SPRING_REDIS_HOST)';
  const settings = configured ?? standard;
  return failure('REDIS_AT_LOCALHOST', { container: name, settings }, { evidence: logLines.join('\n') });
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);
}

/** What the clients of other services say by their names. */
const clients: Partial<Record<ServiceKind, RegExp>> = {
  rabbitmq: /Amqp\w*Exception|com\.rabbitmq\./,
  mongodb: /com\.mongodb\.|Mongo\w+Exception/,
  elasticsearch: /[Ee]lasticsearch/,
  kafka: /org\.apache\.kafka\.|Connection to node -?\d+/,
  mail: /MailConnectException|Could not connect to SMTP|Couldn't connect to host, port/,
  nacos: /com\.alibaba\.nacos\./,
  eureka: /com\.netflix\.(?:eureka|discovery)\./,
  consul: /[Cc]onsul/,
  zookeeper: /org\.apache\.(?:zookeeper|curator)\./,
  rocketmq: /rocketmq/i,
  minio: /io\.minio\./,
  activemq: /activemq|artemis/i,
};

const refused =
  /Connection refused|拒绝连接|Couldn't connect to host|Client not connected|could not be established|ConnectException/;

/** The services that the application looks for within its own container, where its log says that one refuses. */
export function diagnoseLocalService({ local, logLines }: ContainerObservation): Failure | undefined {
  if (local === undefined || !logLines.some((line) => refused.test(line))) return undefined;
  const blamed = local.filter(({ kind }) => {
    const words = clients[kind];
    return words !== undefined && logLines.some((line) => words.test(line));
  });
  return blamed.length === 0 ? undefined : servicesAtLocalhost(blamed, logLines.join('\n'));
}

/** The warning of a plan, and the failure of an application, that looks for services within its own container. */
export function servicesAtLocalhost(services: readonly LocalService[], evidence?: string): Failure {
  const keys = services.map(({ key }) => key).join(', ');
  const settings = services.map(({ setting }) => setting).join('`, `');
  return failure('SERVICE_AT_LOCALHOST', { keys, settings }, { evidence });
}
