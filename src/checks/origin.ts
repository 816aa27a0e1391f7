/** `https://host:port`, the port left out where it is 443: the form of WeChat's domains. */
export function origin(domain: string, port: number): string {
  return `https://${authority(domain, port)}`;
}

/** The host and the port, the latter left out where it is 443: the form of the `Host` header. */
export function authority(domain: string, port: number): string {
  return port === 443 ? domain : `${domain}:${port}`;
}
