package dev.earshot.platform.secrets;

/** A secret that must come from the settings does not. */
final class MissingSecret extends IllegalStateException {
    MissingSecret(String setting) {
        super("The setting " + setting + " is missing. Outside the dev profile nothing secret is made up: set it to at"
                + " least 32 random bytes in base64, for example the output of: openssl rand -base64 32");
    }
}
