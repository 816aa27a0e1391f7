/** What an application connects to, by the word that its keys have for it. */
export type ServiceKind =
  | 'database'
  | 'redis'
  | 'rabbitmq'
  | 'mongodb'
  | 'elasticsearch'
  | 'kafka'
  | 'mail'
  | 'nacos'
  | 'eureka'
  | 'consul'
  | 'zookeeper'
  | 'dubbo'
  | 'xxl-job'
  | 'rocketmq'
  | 'minio'
  | 'activemq'
  | 'mqtt'
  | 'memcached'
  | 'neo4j'
  | 'cassandra'
  | 'influx'
  | 'seata'
  | 'ldap'
  | 'config-server';

/** The port that a service listens on where nobody chose another. */
export const portsOfServices: Readonly<Record<ServiceKind, number | undefined>> = {
  database: 3306,
  redis: 6379,
  rabbitmq: 5672,
  mongodb: 27_017,
  elasticsearch: 9200,
  kafka: 9092,
  mail: undefined,
  nacos: 8848,
  eureka: 8761,
  consul: 8500,
  zookeeper: 2181,
  dubbo: undefined,
  'xxl-job': undefined,
  rocketmq: 9876,
  minio: 9000,
  activemq: 61_616,
  mqtt: 1883,
  memcached: 11_211,
  neo4j: 7687,
  cassandra: 9042,
  influx: 8086,
  seata: 8091,
  ldap: 389,
  'config-server': 8888,
};

/** Schemes that name the service, whatever key they stand in. */
const schemes: readonly (readonly [RegExp, ServiceKind])[] = [
  [/^(?:jdbc|r2dbcs?):/i, 'database'],
  [/^(?:redis|rediss|redis-sentinel|redis-cluster):\/\//i, 'redis'],
  [/^mongodb(?:\+srv)?:\/\//i, 'mongodb'],
  [/^amqps?:\/\//i, 'rabbitmq'],
  [/^zookeeper:\/\//i, 'zookeeper'],
  [/^nacos:\/\//i, 'nacos'],
  [/^(?:bolt|neo4j)(?:\+s(?:sc)?)?:\/\//i, 'neo4j'],
  [/^ldaps?:\/\//i, 'ldap'],
];

/** Words of keys that name a service: the first that fits. Those of the application's own address are none. */
const words: readonly (readonly [RegExp, ServiceKind])[] = [
  [/redis/, 'redis'],
  [/rabbit/, 'rabbitmq'],
  [/mongo/, 'mongodb'],
  [/elastic|(?:^|\.)es\./, 'elasticsearch'],
  [/kafka/, 'kafka'],
  [/(?:^|\.)e?mail\./, 'mail'],
  [/nacos/, 'nacos'],
  [/^eureka\.client\./, 'eureka'],
  [/consul/, 'consul'],
  [/zookeeper/, 'zookeeper'],
  [/^dubbo\.(?:registry|registries|configcenter|metadatareport)\b/, 'dubbo'],
  [/xxl\.job\.admin/, 'xxl-job'],
  [/rocketmq/, 'rocketmq'],
  [/minio/, 'minio'],
  [/activemq|artemis/, 'activemq'],
  [/mqtt/, 'mqtt'],
  [/memcache/, 'memcached'],
  [/neo4j/, 'neo4j'],
  [/cassandra/, 'cassandra'],
  [/influx/, 'influx'],
  [/seata/, 'seata'],
  [/ldap/, 'ldap'],
  [/^spring\.cloud\.config\.uri$/, 'config-server'],
];

/** Last words of keys that hold an address; a variable's words may be divided anywhere. */
const addresses =
  /(?:^|\.)(?:host\.?(?:name|s|urls?)?|hosts?and\.?ports?|url|urls|uri|uris|address|addresses|addr|nodes|node\.?address|server|servers|server\.?(?:addr|address|addresses|url|urls|host|hosts|uri|list)|bootstrap\.?servers|brokers?|broker\.?url|name\.?srv\.?(?:addr)?|name\.?server|default\.?zone|endpoints?|cluster\.?nodes|contact\.?points|connect\.?string|grouplist\.\w+)$/;

/** Which service a value is the address of, by its scheme. */
export function kindOfValue(value: string): ServiceKind | undefined {
  return schemes.find(([scheme]) => scheme.test(value))?.[1];
}

/** Which service a canonical key holds the address of: `spring.redis.host`, `shop.redis.nodes`, `xxl.job.admin.addresses`. */
export function kindOfKey(key: string): ServiceKind | undefined {
  if (!addresses.test(key) || /^(?:management|server|logging)\./.test(key)) return undefined;
  return words.find(([word]) => word.test(key))?.[1];
}

/** A service that an application looks for within its own container. */
export interface LocalService {
  readonly kind: ServiceKind;
  /** Canonical key that sets it: `spring.datasource.druid.url`. */
  readonly key: string;
  /** The setting that makes it use the server's: `env: SPRING_DATASOURCE_DRUID_URL=jdbc:mysql://host.docker.internal:3306/...`. */
  readonly setting: string;
}
