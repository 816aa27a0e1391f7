/** A configuration file of the jar, or in the container. */
export interface ConfigurationFile {
  /** Path on the class path, `config/application-prod.properties`; or absolute in the container. */
  readonly name: string;
  readonly text: string;
  /** Where people find it, if not in the jar by that name: `shop-db-1.0.jar!/application-db.yml`. */
  readonly from?: string;
}

/** A configuration file that could not be parsed; what it sets is not known. */
export interface Unreadable {
  readonly file: string;
  readonly detail: string;
}
