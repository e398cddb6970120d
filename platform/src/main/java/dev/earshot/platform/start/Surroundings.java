package dev.earshot.platform.start;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Where this process runs. */
public final class Surroundings {
    private static final Profiles DEVELOPMENT = Profiles.of("(dev | demo | test) & !prod");

    private Surroundings() {}

    /** Whether things may be made up for convenience; never true without one of the profiles made for it. */
    public static boolean areForDevelopment(Environment settings) {
        return settings.acceptsProfiles(DEVELOPMENT);
    }
}
