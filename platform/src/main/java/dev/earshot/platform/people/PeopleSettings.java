package dev.earshot.platform.people;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the keys of people are kept.
 *
 * @param master the name of the secret, 32 bytes, that wraps the keys: {@code earshot.secrets.<name>}
 * @param formerMasters names of secrets that wrapped keys before; keys are wrapped anew by the master, and as soon as none is
 *     left that needs it a former one can be taken away and destroyed
 * @param remembered how long a node remembers a key it has read; what is erased is forgotten at once, unless the log is kept
 *     elsewhere
 */
@ConfigurationProperties("people")
record PeopleSettings(
        @DefaultValue("people") String master,
        @DefaultValue List<String> formerMasters,
        @DefaultValue("1m") Duration remembered) {
    List<String> masters() {
        return Stream.concat(Stream.of(master), formerMasters.stream()).toList();
    }
}
