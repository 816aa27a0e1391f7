import type { ServiceKind } from '../values/service-kinds.ts';

/** What the clients of a service say in an application's log. */
export interface ServiceWords {
  /** Its name, as the words of the catalogue have it. */
  readonly service: string;
  /** As the keys of its configuration have it. */
  readonly kind?: ServiceKind;
  /** How the actuator names its component. */
  readonly component?: RegExp;
  /** It is not reached. */
  readonly unreached: RegExp;
  /** It is reached, and turns the application away. */
  readonly denied?: RegExp;
  /** It is reached again. */
  readonly recovered?: RegExp;
}

/** Redis, by its three usual clients: Lettuce, Jedis, Redisson. */
export const redis: ServiceWords = {
  service: 'Redis',
  kind: 'redis',
  component: /^redis/i,
  unreached:
    /Unable to connect to Redis|RedisConnection(?:Failure)?Exception: (?!DENIED)|JedisConnectionException|Cannot get Jedis connection|ConnectionWatchdog.*Cannot reconnect to \[|RedisCommandTimeoutException|RedisTimeoutException/,
  denied:
    /NOAUTH|WRONGPASS|ERR invalid password|ERR AUTH <password> called without|ERR Client sent AUTH|DENIED Redis is running in protected mode/,
  recovered: /ConnectionWatchdog.*Reconnected to |\d+ connections initialized for /,
};

/** A mail server. */
export const mail: ServiceWords = {
  service: 'SMTP',
  kind: 'mail',
  component: /^mail/i,
  unreached:
    /MailConnectException|Could(?:n't| not) connect to (?:SMTP )?host[:,]|Mail server connection failed|Mail server is not available/,
  denied: /MailAuthenticationException|mail\.AuthenticationFailedException|MessagingException: 535/,
};

/** Other services that applications of Spring Boot use, which all go on trying while the application answers. */
export const otherServices: readonly ServiceWords[] = [
  {
    service: 'RabbitMQ',
    kind: 'rabbitmq',
    component: /^rabbit/i,
    unreached:
      /AmqpConnectException|AmqpIOException|AmqpTimeoutException|Attempting to connect to: \[.*\bConnectionFactory/,
    denied: /AmqpAuthenticationException|ACCESS_REFUSED|com\.rabbitmq\.client\.AuthenticationFailureException/,
    recovered: /Created new connection: /,
  },
  {
    service: 'Kafka',
    kind: 'kafka',
    component: /^(?:kafka|binders)/i,
    unreached:
      /Connection to node -?\d+ (?:\(\S+\) )?could not be established|Bootstrap broker \S+ .*disconnected|No resolvable bootstrap urls/,
    denied: /SaslAuthenticationException|TopicAuthorizationException/,
    recovered:
      /\bCluster ID: |Discovered group coordinator |Successfully joined group|partitions assigned|ProducerId set to /,
  },
  {
    service: 'MongoDB',
    kind: 'mongodb',
    component: /^(?:reactive)?mongo/i,
    unreached:
      /Mongo(?:SocketOpen|SocketRead|SocketReadTimeout|Timeout|Socket)Exception|Exception in monitor thread while connecting/,
    denied: /MongoSecurityException|MongoCommandException: Command failed with error (?:13|18)\b/,
    recovered:
      /Monitor thread successfully connected to server|Opened connection \[connectionId|Discovered replica set primary/,
  },
  {
    service: 'Elasticsearch',
    kind: 'elasticsearch',
    component: /elasticsearch/i,
    unreached:
      /NoNodeAvailableException|Elasticsearch health check failed|org\.elasticsearch\.client\.RestClient.*Connect(?:ion)?(?: r|Exception)/,
    denied: /ElasticsearchStatusException.*security_exception|\[security_exception\]/,
  },
  {
    service: 'Nacos',
    kind: 'nacos',
    component: /^nacos/i,
    unreached:
      /Server check fail, please check server|Client not connected, ?current status|NacosException.*(?:failed to req API|Client not connected|endpoint is blank)|\[?NACOS\b.*Connection refused/,
    denied: /NacosException.*(?:user not found|unknown user|authorization failed|Code: ?403|403 Forbidden)/i,
    recovered: /Success to connect to server \[|nacos registry,.* register finished/,
  },
  {
    service: 'Eureka',
    kind: 'eureka',
    component: /eureka|^discovery/i,
    unreached:
      /Cannot execute request on any known server|TransportException.*discovery|was unable to (?:send heartbeat|refresh its cache)/,
    recovered: /registration status: 204|DiscoveryClient.*The response status is 200/,
  },
  {
    service: 'Consul',
    kind: 'consul',
    component: /^consul/i,
    unreached: /com\.ecwid\.consul\.transport\.TransportException|consul.*OperationException/,
  },
  {
    service: 'ZooKeeper',
    kind: 'zookeeper',
    component: /^zookeeper/i,
    unreached:
      /KeeperErrorCode = ConnectionLoss|ClientCnxn.*(?:closing socket connection and attempting reconnect|Closing socket connection\. Attempting reconnect)|zookeeper not connected/i,
    recovered: /Session establishment complete on server/,
  },
  {
    service: 'RocketMQ',
    kind: 'rocketmq',
    component: /^rocket/i,
    unreached:
      /RemotingConnectException|RemotingTooMuchRequestException|MQClientException: (?:No name server address|connect to)/,
    denied: /AclException/,
  },
  {
    service: 'ActiveMQ',
    kind: 'activemq',
    component: /^jms/i,
    unreached:
      /Could not connect to broker URL|Could not refresh JMS Connection|Failed to connect to \[(?:tcp|ssl|nio):/,
    denied: /JMSSecurityException/,
    recovered: /Successfully (?:re)?connected to tcp:|Successfully refreshed JMS Connection/,
  },
  {
    service: 'MQTT',
    kind: 'mqtt',
    component: /^mqtt/i,
    unreached:
      /MqttException.*(?:Unable to connect|\(32103\))|(?:Unable to connect to server|Connection lost) \(321\d\d\)/,
    denied: /MqttSecurityException/,
  },
  {
    service: 'XXL-JOB',
    kind: 'xxl-job',
    unreached: /xxl-job (?:registry error|remoting error)/,
    denied: /xxl-job registry fail/,
    recovered: /xxl-job registry success/,
  },
  {
    service: 'Spring Cloud Config',
    kind: 'config-server',
    component: /^configServer/,
    unreached: /Could not locate PropertySource|ConfigClientFailFastException/,
    recovered: /Located (?:property source|environment)/,
  },
  {
    service: 'Apollo',
    unreached: /ApolloConfigException|apollo.*Load config failed/i,
  },
  {
    service: 'Seata',
    kind: 'seata',
    unreached: /can not (?:connect to services-server|get cluster name in registry config|register RM|connect to \[)/,
    recovered: /register (?:TM|RM) success/i,
  },
  {
    service: 'LDAP',
    kind: 'ldap',
    component: /^ldap/i,
    unreached: /ldap.*CommunicationException|javax\.naming\.CommunicationException/,
    denied: /LDAP: error code 49/,
  },
  {
    service: 'Cassandra',
    kind: 'cassandra',
    component: /^cassandra/i,
    unreached: /AllNodesFailedException|NoHostAvailableException/,
  },
  {
    service: 'Neo4j',
    kind: 'neo4j',
    component: /^neo4j/i,
    unreached: /neo4j.*ServiceUnavailableException/,
  },
  {
    service: 'Spring Boot Admin',
    unreached: /Failed to register application as Application/,
    recovered: /Application registered itself as/,
  },
];
