package dev.earshot.platform.archive;

/** Something else is kept under this name already. It stays, and so does the question how it came there. */
public final class ArchiveConflict extends RuntimeException {
    public ArchiveConflict(String name, String place) {
        super("Other content is kept as " + name + " in " + place + " already");
    }
}
