// The part of the Python probe that looks up files and folders without opening them.

/**
 * Defines `stamp_at(path)`. Other threads run while the system answers: one of them may be what answers, where the path leads into a file system
 * that a library serves from the kernel's own process.
 */
export const stampsSource = String.raw`
def stamp_at(path):
    # The time of its last change and its size; None for what is not there.
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
`;
