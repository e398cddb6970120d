package dev.earshot.query.lab.tape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;

/** The country of a time zone: the nearest that the log knows of where a member lives. */
public final class Countries {
    private static final Properties KNOWN = known();

    private Countries() {}

    /** Empty for zones of no country, such as UTC. */
    public static Optional<String> of(ZoneId zone) {
        return Optional.ofNullable(KNOWN.getProperty(zone.getId()));
    }

    private static Properties known() {
        Properties known = new Properties();
        try (InputStream list = Countries.class.getResourceAsStream("/dev/earshot/query/lab/countries.properties")) {
            known.load(list);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return known;
    }
}
