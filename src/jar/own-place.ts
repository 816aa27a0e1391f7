import type { ArchiveEntry } from './archive.ts';

/** By which a class asks where it lies: Spring Boot's way, Java's, and the class path. */
const ways = ['org/springframework/boot/system/ApplicationHome', 'getProtectionDomain', 'java.class.path'];

/**
 * Looks, while the contents of a jar pass by, whether classes of the application itself ask where they lie: such a one
 * that writes beside its jar would write elsewhere where that is unpacked.
 */
export class OwnPlace {
  asked = false;
  readonly #classesFolder: string;
  #name = '';
  #end = Buffer.alloc(0);

  constructor(classesFolder: string) {
    this.#classesFolder = classesFolder;
  }

  readonly look = ({ name }: ArchiveEntry, chunk: Buffer): void => {
    if (this.asked || !name.startsWith(this.#classesFolder) || !name.endsWith('.class')) return;
    // A name may lie across two pieces of a large class.
    const piece = name === this.#name ? Buffer.concat([this.#end, chunk]) : chunk;
    this.asked = ways.some((way) => piece.includes(way));
    this.#name = name;
    this.#end = Buffer.from(piece.subarray(-64));
  };
}
