package dev.earshot.app.bench.presence;

import java.io.IOException;

/** How beats reach Earshot: by HTTP, or by calling what the endpoint calls. Belongs to one thread. */
interface Line {
    /** Whether the beat was taken. */
    boolean beat(int listener) throws IOException;
}
