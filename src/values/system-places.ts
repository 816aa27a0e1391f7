/** Folders that hold more than one program's files: `/home`, `/var/lib`. */
const shared = /^\/(?:home|media|mnt|opt|root|run|srv|tmp|etc|usr|usr\/local|var|var\/(?:lib|log|run|tmp))?$/;

/** Files of the system, as tutorials mount them into a container: the time zone, certificates, fonts, programs. */
const ofTheSystem =
  /^\/(?:bin|boot|dev|lib\w*|proc|sbin|sys|etc\/(?:ssl|pki|ca-certificates|fonts|alternatives)|usr\/(?:bin|include|lib\w*|sbin|share)|usr\/local\/(?:bin|lib\w*|sbin|share)|var\/lib\/(?:docker|containerd))(?:\/|$)|^\/etc\/(?:localtime|timezone|hosts|hostname|resolv\.conf|passwd|group|shadow|os-release|machine-id)$/;

/** Whether a path of the server is the system's: what an application mounts there it reads, and its owner must stay. */
export function isOfTheSystem(path: string): boolean {
  return shared.test(path) || ofTheSystem.test(path);
}
