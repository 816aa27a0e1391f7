/** Labels on everything made here; pruning and cleaning touch nothing without them. */
export const label = {
  /** Application name, as given. */
  app: 'deploy-miniprogram-backend.app',
  /** Release that a container or an image belongs to. */
  release: 'deploy-miniprogram-backend.release',
  /** Hash of everything that makes the container what it is, its environment's values aside. */
  container: 'deploy-miniprogram-backend.container',
} as const;
