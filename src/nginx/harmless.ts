/** What of a directive people may see: the rest may hold a secret, whatever the directive is called. */
export type Shown =
  /** All its words. */
  | 'words'
  /** Addresses and paths: without user, password and query. */
  | 'address'
  /** The same, and names of hosts. */
  | 'host'
  /** A file; not what is given in its place (`data:...`). */
  | 'file'
  /** The first word; of the others what is a variable. */
  | 'name'
  /** Of each word what is a variable. */
  | 'variables'
  /** A condition: its variables and operators. */
  | 'condition';

const words = new Set(
  `absolute_redirect access_log aio alias allow auth_basic auth_basic_user_file auth_delay autoindex autoindex_exact_size
  autoindex_localtime break charset chunked_transfer_encoding client_body_in_file_only client_body_temp_path
  client_max_body_size daemon default_type deny directio disable_symlinks empty_gif error_log etag events
  expires geo gzip_comp_level hash http http2 http3 if_modified_since include index internal ip_hash keepalive keepalive_disable
  keepalive_requests keepalive_time large_client_header_buffers least_conn limit_conn limit_conn_zone limit_except
  limit_rate limit_rate_after limit_req limit_req_status limit_req_zone limit_conn_status lingering_close listen
  load_module location log_not_found master_process max_ranges merge_slashes msie_padding multi_accept
  open_file_cache open_file_cache_errors open_file_cache_min_uses open_file_cache_valid pcre_jit pid port_in_redirect
  proxy_buffering proxy_cache proxy_cache_bypass proxy_cache_lock proxy_cache_methods proxy_cache_min_uses
  proxy_cache_path proxy_cache_revalidate proxy_cache_use_stale proxy_cache_valid proxy_force_ranges proxy_hide_header
  proxy_http_version proxy_ignore_client_abort proxy_ignore_headers proxy_intercept_errors proxy_method
  proxy_next_upstream proxy_next_upstream_tries proxy_no_cache proxy_pass_header proxy_pass_request_body
  proxy_pass_request_headers proxy_request_buffering proxy_socket_keepalive proxy_ssl_name proxy_ssl_protocols
  proxy_ssl_server_name proxy_ssl_verify proxy_temp_path random real_ip_header real_ip_recursive recursive_error_pages
  reset_timedout_connection resolver root satisfy send_lowat sendfile sendfile_max_chunk server_name
  server_name_in_redirect server_names_hash_bucket_size server_names_hash_max_size server_tokens set_real_ip_from slice
  ssl ssl_buffer_size ssl_ciphers ssl_client_certificate ssl_conf_command ssl_dhparam ssl_ecdh_curve ssl_password_file
  ssl_prefer_server_ciphers ssl_protocols ssl_reject_handshake ssl_session_cache ssl_session_ticket_key
  ssl_session_tickets ssl_stapling ssl_stapling_verify ssl_trusted_certificate ssl_verify_client ssl_verify_depth
  stream subrequest_output_buffer_size tcp_nodelay tcp_nopush try_files types types_hash_bucket_size
  types_hash_max_size upstream use user variables_hash_bucket_size variables_hash_max_size worker_connections
  worker_cpu_affinity worker_priority worker_processes worker_rlimit_nofile zone`.split(/\s+/),
);

/** Times and sizes of all modules, compression, uploads of the body. */
const families =
  /_(timeout|buffers?|buffer_size|busy_buffers_size|max_temp_file_size|temp_file_write_size)$|^(gzip|brotli)(_|$)/;

/** Directives whose second word is what is sent: headers that every visitor gets are no secret. */
const publicHeaders =
  /^(access-control-[a-z-]+|cache-control|content-(security-policy|type|disposition)|cross-origin-[a-z-]+|expires|permissions-policy|pragma|referrer-policy|strict-transport-security|vary|x-(content-type-options|frame-options|xss-protection|robots-tag|deploy-(release|configuration)))$/i;

/** What people may see of the directive with these words. */
export function shownOf(name: string, args: readonly string[]): Shown | undefined {
  if (words.has(name) || families.test(name)) return 'words';
  switch (name) {
    case 'error_page':
    case 'mirror':
    case 'proxy_redirect':
    case 'return':
    case 'rewrite':
      return 'address';
    case 'fastcgi_pass':
    case 'grpc_pass':
    case 'proxy_pass':
    case 'scgi_pass':
    case 'server':
    case 'uwsgi_pass':
      return 'host';
    case 'ssl_certificate':
    case 'ssl_certificate_key':
      return 'file';
    case 'add_header':
      return publicHeaders.test(args[0] ?? '') ? 'words' : 'name';
    case 'add_trailer':
    case 'fastcgi_param':
    case 'grpc_set_header':
    case 'log_format':
    case 'proxy_set_header':
    case 'scgi_param':
    case 'set':
    case 'uwsgi_param':
      return 'name';
    case 'if':
      return 'condition';
    case 'map':
    case 'split_clients':
      return 'variables';
    default:
      return undefined;
  }
}

/** Blocks whose lines are values, not directives. */
export const blocksOfValues: ReadonlySet<string> = new Set(['map', 'geo', 'split_clients', 'match']);
