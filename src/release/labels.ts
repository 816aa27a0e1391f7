/** Labels on everything made here. They find candidates; an id that was recorded, or a marker, says what is ours. */
export const label = {
  /** Application name, as given. */
  app: 'deploy-miniprogram-backend.app',
  /** Release that a container or an image belongs to. */
  release: 'deploy-miniprogram-backend.release',
  /** Application whose build an image or a container comes from; in the middle of it they have none of the others. */
  build: 'deploy-miniprogram-backend.build',
  /** Hash of everything that makes the container what it is, its environment's values aside. */
  container: 'deploy-miniprogram-backend.container',
} as const;
